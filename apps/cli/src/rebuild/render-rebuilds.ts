import type { Comparison, ProjectionState } from '@waybill/engine';
import { table } from '../import/table.ts';

/** What became of the rebuild of one view. */
export interface Rebuilt {
  readonly name: string;
  readonly outcome: 'live' | 'blocked' | 'cancelled';
  readonly seconds: number;
  readonly comparison: Comparison | null;
}

const count = (value: number | undefined) => (value === undefined ? '' : value.toLocaleString('en'));

/** The comparison of each, and the keys that differ. */
export const renderRebuilds = (rebuilds: readonly Rebuilt[]): string => {
  const rows = rebuilds.map(({ name, outcome, seconds, comparison }) => [
    name,
    outcome,
    seconds.toFixed(1),
    count(comparison?.rowsBefore),
    count(comparison?.rowsAfter),
    count(comparison?.differing),
  ]);
  const differing = rebuilds.flatMap(({ name, outcome, comparison }) =>
    comparison && comparison.differing > 0
      ? [
          `${name}, ${outcome}: not the same are ${comparison.keys.join(', ')}${comparison.differing > comparison.keys.length ? ', …' : ''}`,
        ]
      : [],
  );
  const blocked = rebuilds.some(({ outcome }) => outcome === 'blocked')
    ? [
        'The live rows of a blocked view stay as they are. Look at the keys above; then rebuild with --accept-differences, or leave it.',
      ]
    : [];
  return [
    table([['View', 'Outcome', 'Seconds', 'Rows before', 'Rows after', 'Differing'], ...rows]),
    ...differing,
    ...blocked,
  ].join('\n');
};

/** The views that there are. */
export const renderStates = (states: readonly ProjectionState[]): string =>
  table([
    ['View', 'Version', 'Generation', 'Waiting', 'Rebuild'],
    ...states.map(({ name, version, live, rebuild }) => [
      name,
      `${version}`,
      `${live?.generation ?? ''}`,
      count(Math.max(0, ...((live ?? rebuild)?.shardStates ?? []).map(({ lagEvents }) => lagEvents))),
      rebuild ? `${rebuild.status}, ${Math.round(rebuild.progress * 100)} %` : '',
    ]),
  ]);
