/** A small line without axes: the shape of the last days. Needs two points to be one. */
export const Sparkline = ({
  values,
  width = 96,
  height = 28,
  top: least = 1,
}: {
  values: number[];
  width?: number;
  height?: number;
  /** What reaches the top, as long as nothing is higher. */
  top?: number;
}) => {
  if (values.length < 2) return null;
  const top = Math.max(...values, least);
  const step = width / (values.length - 1);
  const points = values.map((value, index) => [index * step, height - 2 - (value / top) * (height - 4)] as const);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' L');
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="overflow-visible"
    >
      <path d={`M0,${height} L${line} L${width},${height} Z`} className="fill-accent-soft" />
      <path d={`M${line}`} fill="none" className="stroke-accent" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
};
