/** How far something has come, from 0 to 1. */
export const ProgressBar = ({ value, label }: { value: number; label: string }) => {
  const percent = Math.min(Math.max(value, 0), 1) * 100;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
      className="block h-1.5 w-full overflow-hidden rounded-full bg-hover"
    >
      <span
        className="block h-full rounded-full bg-accent transition-[width] duration-500 ease-out"
        style={{ width: `${percent}%` }}
      />
    </span>
  );
};
