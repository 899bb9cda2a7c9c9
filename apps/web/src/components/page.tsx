import type { ReactNode } from 'react';

/** One title, one primary action, one place for filters. */
export const Page = ({
  title,
  about,
  action,
  filters,
  children,
}: {
  title: ReactNode;
  about?: ReactNode;
  action?: ReactNode;
  filters?: ReactNode;
  children: ReactNode;
}) => (
  <div className="mx-auto w-full max-w-[1440px] px-6 pt-5 pb-12">
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 items-baseline gap-3">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {about && <div className="text-faint">{about}</div>}
      </div>
      {action && <div className="flex items-center gap-2">{action}</div>}
    </div>
    {filters && <div className="mt-4 flex flex-wrap items-center gap-2">{filters}</div>}
    <div className="mt-4">{children}</div>
  </div>
);
