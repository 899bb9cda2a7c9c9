import { cx } from '../lib/cx.ts';
import { type Tone, ToneShape } from './tone-shape.tsx';

const soft: Record<Tone, string> = {
  grey: 'bg-grey-soft text-grey',
  blue: 'bg-blue-soft text-blue',
  amber: 'bg-amber-soft text-amber',
  green: 'bg-green-soft text-green',
  red: 'bg-red-soft text-red',
  violet: 'bg-violet-soft text-violet',
};

/** A state: always a word, a shape and a hue together. */
export const Pill = ({
  tone,
  word,
  label,
  size = 'sm',
}: {
  tone: Tone;
  word: string;
  label?: string;
  size?: 'sm' | 'md';
}) => (
  <span
    className={cx(
      'inline-flex items-center gap-1.5 rounded-full align-middle font-medium whitespace-nowrap',
      size === 'sm' ? 'h-5 pr-2 pl-1.5 text-xs' : 'h-6 pr-2.5 pl-2 text-xs',
      soft[tone],
    )}
  >
    <ToneShape tone={tone} />
    {label && <span className="sr-only">{label}: </span>}
    {word}
  </span>
);
