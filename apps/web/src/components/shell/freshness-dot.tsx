'use client';

import { cx } from '../../lib/cx.ts';
import { shell } from '../../texts/shell.ts';
import { Hint } from '../hint.tsx';
import { useFreshness } from './use-freshness.ts';

/** Green and the lag; amber when a view is too old; grey while the connection is being made again. */
export const FreshnessDot = () => {
  const { state, word, lag, hint, tone } = useFreshness();
  return (
    <Hint text={hint}>
      <button
        type="button"
        aria-label={`${shell.freshness}: ${word} ${lag}`}
        className="inline-flex h-8 cursor-default items-center gap-2 rounded-md px-2 text-xs text-soft"
        data-freshness={state}
      >
        <span className={cx('size-2 rounded-full', tone, state !== 'live' && 'animate-pulse-soft')} aria-hidden />
        <span>{word}</span> {lag && <span className="tabular min-w-11 text-faint">{lag}</span>}
      </button>
    </Hint>
  );
};
