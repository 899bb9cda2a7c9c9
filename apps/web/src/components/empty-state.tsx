import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Nothing here, why that is, and what fills it. */
export const EmptyState = ({
  icon: Icon,
  title,
  text,
  action,
}: {
  icon: LucideIcon;
  title: string;
  text: string;
  action?: ReactNode;
}) => (
  <div className="flex flex-col items-center px-6 py-14 text-center">
    <span className="mb-3 inline-flex size-10 items-center justify-center rounded-full bg-sunken text-faint">
      <Icon size={18} aria-hidden />
    </span>
    <p className="font-medium text-text">{title}</p>
    <p className="mt-1 max-w-80 text-pretty text-faint">{text}</p>
    {action && <div className="mt-4">{action}</div>}
  </div>
);
