import { cx } from '../lib/cx.ts';
import { formatCount } from '../lib/format.ts';

export type Chip<Key extends string> = { key: Key; label: string; count?: number | undefined };

/** One choice out of a few, each with how many there are. */
export const FilterChips = <Key extends string>({
  label,
  chips,
  chosen,
  onChoose,
  size = 'md',
}: {
  label: string;
  chips: Chip<Key>[];
  chosen: Key;
  onChoose: (key: Key) => void;
  size?: 'sm' | 'md';
}) => (
  <fieldset aria-label={label} className="flex flex-wrap items-center gap-1">
    {chips.map(({ key, label: word, ...chip }) => (
      <button
        key={key}
        type="button"
        aria-pressed={key === chosen}
        onClick={() => onChoose(key)}
        className={cx(
          'inline-flex items-center gap-1.5 rounded-md font-medium transition-colors',
          size === 'sm' ? 'h-7 px-2 text-xs' : 'h-8 px-2.5',
          key === chosen ? 'bg-selected text-accent-text' : 'text-soft hover:bg-hover hover:text-text',
        )}
      >
        {word}
        {/* The place of a count that is still being read is kept. */}
        {'count' in chip && (
          <span
            className={cx('tabular min-w-3 text-xs font-normal', key === chosen ? 'text-accent-text' : 'text-faint')}
          >
            {chip.count === undefined ? '' : formatCount(chip.count)}
          </span>
        )}
      </button>
    ))}
  </fieldset>
);
