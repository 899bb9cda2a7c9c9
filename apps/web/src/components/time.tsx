'use client';

import { formatExact, formatRelative } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import { Hint } from './hint.tsx';

/** When something happened, relative to now; the exact time on hover. */
export const Time = ({ at }: { at: string }) => {
  const now = useNow();
  return (
    <Hint text={formatExact(at)}>
      <time dateTime={at} className="tabular whitespace-nowrap">
        {formatRelative(at, now)}
      </time>
    </Hint>
  );
};
