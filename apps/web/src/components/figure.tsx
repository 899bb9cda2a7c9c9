import Link from 'next/link';
import type { ReactNode } from 'react';
import { Skeleton } from './skeleton.tsx';

/** One number that matters, what it means, and the way to what is behind it. */
export const Figure = ({
  label,
  value,
  note,
  line,
  href,
}: {
  label: string;
  value: ReactNode | undefined;
  note?: string | undefined;
  line?: ReactNode;
  href: string;
}) => (
  <Link
    href={href}
    className="group flex min-w-0 flex-col rounded-lg border border-line bg-surface px-4 pt-3 pb-3.5 transition-colors hover:border-line-strong"
  >
    <span className="text-xs font-medium text-faint group-hover:text-soft">{label}</span>
    <span className="mt-1.5 flex h-7 items-end justify-between gap-2">
      {value === undefined ? (
        <Skeleton className="mb-1 h-5 w-24" />
      ) : (
        <span className="tabular text-xl font-semibold tracking-tight">{value}</span>
      )}
      {line}
    </span>
    <span className="mt-0.5 truncate text-xs leading-5 text-faint">{note}</span>
  </Link>
);
