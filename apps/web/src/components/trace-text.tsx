'use client';

import { formatRelative } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import type { Trace } from '../live/recent-changes.ts';
import { Hint } from './hint.tsx';

/** 'Ana · 2 s ago'; what it was on hover. */
export const TraceText = ({ trace }: { trace: Trace }) => {
  const now = useNow();
  return (
    <Hint text={trace.summary}>
      <span className="flex min-w-0 justify-end gap-1 text-soft">
        <span className="truncate">{trace.actor}</span>
        <span className="tabular shrink-0">· {formatRelative(new Date(trace.at).toISOString(), now)}</span>
      </span>
    </Hint>
  );
};
