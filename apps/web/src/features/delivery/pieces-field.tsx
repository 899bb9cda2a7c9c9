import { inputClass } from '../../components/field.tsx';

/** Pieces by line. */
export type Counts = Readonly<Record<string, number>>;

/** How many, from none to all there are. */
export const PiecesField = ({
  label,
  max,
  value,
  onChange,
}: {
  label: string;
  max: number;
  value: number;
  onChange: (quantity: number) => void;
}) => (
  <span className="w-20 shrink-0">
    <input
      type="number"
      min={0}
      max={max}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(Math.max(0, Math.trunc(target.valueAsNumber || 0)))}
      className={`${inputClass} tabular text-right`}
    />
  </span>
);
