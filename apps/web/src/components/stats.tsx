import type { ReactNode } from 'react';
import { Skeleton } from './skeleton.tsx';

/** What matters about a room at one glance, side by side. */
export const Stats = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[repeat(auto-fit,minmax(170px,1fr))] overflow-hidden rounded-lg border border-line bg-surface">
    {children}
  </dl>
);

/** One of them; a skeleton until its value is known. */
export const Stat = ({ label, value, note }: { label: string; value: ReactNode | undefined; note?: ReactNode }) => (
  <div className="-ml-px min-w-0 border-l border-line px-4 py-3">
    <dt className="text-xs font-medium text-faint">{label}</dt>
    <dd className="mt-1">
      <span className="tabular flex h-7 items-center text-lg font-semibold tracking-tight">
        {value === undefined ? <Skeleton className="h-5 w-24" /> : value}
      </span>
      <span className="block min-h-5 truncate text-xs leading-5 text-faint">{note}</span>
    </dd>
  </div>
);
