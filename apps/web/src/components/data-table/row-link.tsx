import Link from 'next/link';
import type { ReactNode } from 'react';

/** The name of a row, and the way into it. */
export const RowLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} data-row-link className="ident rounded-sm font-medium text-text hover:text-accent-text">
    {children}
  </Link>
);
