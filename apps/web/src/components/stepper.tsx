import { Check, CornerUpLeft } from 'lucide-react';
import { cx } from '../lib/cx.ts';

export type Step = { key: string; word: string; state: 'done' | 'now' | 'todo' | 'undone'; note?: string };

const dot: Record<Step['state'], string> = {
  done: 'bg-green-soft text-green',
  now: 'bg-blue-soft text-blue ring-4 ring-blue-soft',
  todo: 'border border-line-strong bg-surface text-faint',
  undone: 'bg-violet-soft text-violet',
};
const spoken: Record<Step['state'], string> = { done: 'done', now: 'next', todo: 'to come', undone: 'undone' };

/** How far something has come. */
export const Stepper = ({ label, steps }: { label: string; steps: Step[] }) => (
  <ol aria-label={label} className="flex w-full">
    {steps.map(({ key, word, state, note }, index) => (
      <li key={key} aria-current={state === 'now' ? 'step' : undefined} className="group relative flex-1">
        {index > 0 && (
          <span
            aria-hidden
            className={cx(
              'absolute top-2.5 right-1/2 mr-4 h-px w-[calc(100%-2rem)] transition-colors',
              state === 'done' ? 'bg-green' : 'bg-line-strong',
            )}
          />
        )}
        <div className="flex flex-col items-center gap-1.5 text-center">
          <span
            className={cx('inline-flex size-5 items-center justify-center rounded-full transition-colors', dot[state])}
          >
            {state === 'done' && <Check size={12} strokeWidth={3} aria-hidden />}
            {state === 'undone' && <CornerUpLeft size={12} strokeWidth={2.5} aria-hidden />}
            {state === 'now' && <span className="size-2 rounded-full bg-current" />}
          </span>
          <span className={cx('text-xs font-medium', state === 'todo' ? 'text-faint' : 'text-text')}>
            {word}
            <span className="sr-only">: {spoken[state]}</span>
          </span>
          <span className="tabular -mt-1.5 h-4 text-xs text-faint">{note}</span>
        </div>
      </li>
    ))}
  </ol>
);
