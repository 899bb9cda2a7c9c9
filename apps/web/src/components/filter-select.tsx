import { cx } from '../lib/cx.ts';

/** One choice out of many, where chips would take too much room. The empty key is every one. */
export const FilterSelect = ({
  label,
  all,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  all: string;
  options: readonly { key: string; label: string }[];
  chosen: string;
  onChoose: (key: string) => void;
}) => (
  <select
    aria-label={label}
    value={chosen}
    onChange={(event) => onChoose(event.target.value)}
    className={cx(
      'h-8 max-w-56 rounded-md border border-line-strong bg-surface px-2 text-sm font-medium transition-colors hover:border-faint focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
      chosen ? 'text-accent-text' : 'text-soft',
    )}
  >
    <option value="">{all}</option>
    {options.map(({ key, label: word }) => (
      <option key={key} value={key}>
        {word}
      </option>
    ))}
  </select>
);
