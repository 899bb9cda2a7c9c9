import type { ReactNode } from 'react';

/** What is known about one thing: names left, values right of them. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1.5">{children}</dl>
);

export const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <>
    <dt className="text-faint">{label}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
);
