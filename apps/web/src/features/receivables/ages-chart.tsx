'use client';

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { AgeBucket, AgedPartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount, formatMoney } from '../../lib/format.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { AgeMark } from './age-mark.tsx';
import { ages } from './ages.ts';

const Note = ({
  active,
  payload,
  parts,
}: {
  active?: boolean;
  payload?: { dataKey?: unknown }[];
  parts: AgedPartsFragment[];
}) => {
  const part = parts.find(({ bucket }) => bucket === payload?.[0]?.dataKey);
  if (!active || !part) return null;
  return (
    <div className="rounded-md bg-surface px-2.5 py-1.5 text-xs shadow-float">
      <div className="text-faint">
        <AgeMark bucket={part.bucket} />
      </div>
      <div className="tabular font-medium">{formatMoney(part.open.amount, part.open.currency)}</div>
      <div className="text-faint">{texts.invoicesOf(formatCount(part.invoices))}</div>
    </div>
  );
};

/** One bar of what is owed in a currency, cut by age. The table beside it says the same in figures. */
export const AgesChart = ({ parts }: { parts: AgedPartsFragment[] }) => {
  const shown = parts.filter(({ open }) => Number(open.amount) > 0);
  const bar: Partial<Record<AgeBucket, number>> = Object.fromEntries(
    shown.map(({ bucket, open }) => [bucket, Number(open.amount)]),
  );
  const radius = (at: number): [number, number, number, number] => {
    const [left, right] = [at === 0 ? 4 : 0, at === shown.length - 1 ? 4 : 0];
    return [left, right, right, left];
  };
  return (
    <div className="h-8" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          layout="vertical"
          data={[bar]}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={0}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis type="category" hide />
          <Tooltip shared={false} cursor={false} isAnimationActive={false} content={<Note parts={parts} />} />
          {shown.map(({ bucket }, at) => (
            <Bar
              key={bucket}
              dataKey={bucket}
              stackId="ages"
              fill={ages[bucket].token}
              stroke="var(--surface)"
              strokeWidth={1.5}
              radius={radius(at)}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
