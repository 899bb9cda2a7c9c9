import type { AnomalyCandidatePartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';

type Fit = NonNullable<AnomalyCandidatePartsFragment['fit']>;

/** Of the pieces looked for: those at the same price, those at another, and those that this order does not have. */
export const FitBar = ({ fit: { wanted, found, samePrice } }: { fit: Fit }) => {
  const parts = [
    { key: 'same', pieces: samePrice, className: 'bg-green' },
    { key: 'other', pieces: found - samePrice, className: 'bg-amber' },
  ];
  return (
    <span
      role="img"
      aria-label={texts.fitOf(formatCount(found), formatCount(wanted))}
      className="mb-1 flex h-1.5 w-full gap-px overflow-hidden rounded-full bg-hover"
    >
      {parts.map(
        ({ key, pieces, className }) =>
          pieces > 0 && (
            <span
              key={key}
              className={`block h-full ${className}`}
              style={{ width: `${(pieces / Math.max(wanted, 1)) * 100}%` }}
            />
          ),
      )}
    </span>
  );
};
