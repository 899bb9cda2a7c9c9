'use client';

import { useEffect, useRef } from 'react';
import { formatCount } from '../../lib/format.ts';
import { table } from '../../texts/table.ts';
import { Spinner } from '../spinner.tsx';

/** The end of a list: reads on when it comes into sight. */
export const ListFoot = ({
  count,
  hasMore,
  onMore,
}: {
  count: number | undefined;
  hasMore: boolean;
  onMore: () => void;
}) => {
  const mark = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  // Observed anew after every page: a short page may leave the foot in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count is what restarts the observation
  useEffect(() => {
    if (!hasMore || !mark.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) more.current();
      },
      { rootMargin: '600px' },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [hasMore, count]);
  if (count === undefined) return null;
  return (
    <div ref={mark} className="flex h-9 items-center justify-between border-t border-line px-3 text-xs text-faint">
      {hasMore ? (
        <span className="inline-flex items-center gap-2">
          <Spinner size={12} />
          {table.more}
        </span>
      ) : (
        <span>{table.end(formatCount(count))}</span>
      )}
      <span>{table.keys}</span>
    </div>
  );
};
