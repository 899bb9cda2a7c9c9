import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.ts';

/** A titled part of a page. Never inside another one. */
export const Panel = ({
  title,
  side,
  children,
  flush = false,
  fill = false,
  className,
}: {
  title: string;
  side?: ReactNode;
  children: ReactNode;
  /** The content reaches the edges (a table). */
  flush?: boolean;
  /** Takes the height of its neighbours and scrolls inside. */
  fill?: boolean;
  className?: string;
}) => {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx('min-w-0 rounded-lg border border-line bg-surface', fill && 'flex min-h-96 flex-col', className)}
    >
      <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
        <h2 id={id} className="font-medium">
          {title}
        </h2>
        {side}
      </div>
      <div
        className={cx(flush ? 'overflow-x-auto' : 'p-4', fill && 'h-0 grow overflow-y-auto')}
        // What scrolls must be reachable by keyboard.
        {...(fill ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}
      >
        {children}
      </div>
    </section>
  );
};
