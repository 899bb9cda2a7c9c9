import type { ReactNode } from 'react';

/** A titled part of what is open beside a list. */
export const SideSection = ({ title, side, children }: { title: string; side?: ReactNode; children: ReactNode }) => (
  <section aria-label={title} className="border-t border-line px-4 pt-2 pb-3.5">
    <div className="flex h-8 items-center justify-between">
      <h3 className="text-xs font-medium text-faint">{title}</h3>
      {side}
    </div>
    {children}
  </section>
);
