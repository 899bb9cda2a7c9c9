import { cx } from '../lib/cx.ts';

/** A quiet block in the size of what will be there. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span className={cx('block h-3 animate-pulse-soft rounded-sm bg-line', className)} aria-hidden="true" />
);
