'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { overview } from '../../texts/overview.ts';

export type DayValue = { day: string; value: number };

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });

const Note = ({
  active,
  payload,
  format,
}: {
  active?: boolean;
  payload?: { payload?: DayValue }[];
  format: (value: number) => string;
}) => {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  return (
    <div className="rounded-md bg-surface px-2.5 py-1.5 text-xs shadow-float">
      <div className="text-faint">{long.format(new Date(point.day))}</div>
      <div className="tabular font-medium">{format(point.value)}</div>
    </div>
  );
};

const shortWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
/** '1 Dec', with its year where that is not this one. */
const tickOf = (day: string) => {
  const at = new Date(day);
  return (at.getFullYear() === new Date().getFullYear() ? short : shortWithYear).format(at);
};

/** One bar per day. */
export const DayChart = ({
  label,
  days,
  format,
  axis,
  color,
}: {
  label: string;
  days: DayValue[];
  format: (value: number) => string;
  axis: (value: number) => string;
  color: string;
}) => {
  if (days.length === 0) return <p className="flex h-60 items-center justify-center text-faint">{overview.noSeries}</p>;
  const tick = { fill: 'var(--text-faint)', fontSize: 12 };
  return (
    <figure aria-label={label} className="relative h-60">
      <table className="sr-only" aria-label={label}>
        <tbody>
          {days.map(({ day, value }) => (
            <tr key={day}>
              <th scope="row">{long.format(new Date(day))}</th>
              <td>{format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ResponsiveContainer width="100%" height="100%" aria-hidden>
        <BarChart data={days} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            tickFormatter={tickOf}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={24}
            tickMargin={6}
          />
          <YAxis
            width={56}
            tick={tick}
            tickFormatter={axis}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
            tickCount={5}
          />
          <Tooltip cursor={{ fill: 'var(--hover)' }} content={<Note format={format} />} isAnimationActive={false} />
          <Bar dataKey="value" fill={color} radius={[3, 3, 0, 0]} maxBarSize={36} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
};
