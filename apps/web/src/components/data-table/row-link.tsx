import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';

type RowLinkProps = {
  href: string;
  /** Opens it on this page; a click that asks for a new tab still follows the link. */
  onOpen?: (() => void) | undefined;
  /** The keyboard has come to the row. */
  onFocus?: (() => void) | undefined;
  children: ReactNode;
};

const className = 'ident rounded-sm font-medium text-text hover:text-accent-text';

/** The name of a row, and the way into it. */
export const RowLink = ({ href, onOpen, onFocus, children }: RowLinkProps) => {
  if (!onOpen)
    return (
      <Link href={href} data-row-link className={className}>
        {children}
      </Link>
    );
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a href={href} data-row-link className={className} onClick={open} onFocus={onFocus}>
      {children}
    </a>
  );
};
