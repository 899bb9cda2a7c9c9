import type { Column } from '../../../components/data-table/column.ts';
import { Pill } from '../../../components/pill.tsx';
import type { SystemStatusQuery } from '../../../graphql/generated/documents.ts';
import { formatCount, formatLag } from '../../../lib/format.ts';
import { queues as texts } from '../../../texts/queues.ts';

export type Lane = SystemStatusQuery['systemStatus']['consumers'][number] & { id: string };

const look = ({ late, lagEvents }: Lane) =>
  late
    ? ({ tone: 'amber', word: texts.late } as const)
    : lagEvents > 0
      ? ({ tone: 'blue', word: texts.working } as const)
      : ({ tone: 'green', word: texts.idle } as const);

const carries = (kind: Lane['kind']): string =>
  kind === 'QUEUE' || kind === 'OUTBOX' || kind === 'EFFECT' ? texts.kinds[kind] : '';

export const laneColumns: Column<Lane>[] = [
  {
    id: 'name',
    header: texts.lane,
    width: '260px',
    fixed: true,
    cell: (row) => <span className="ident font-medium">{row.name}</span>,
  },
  { id: 'kind', header: texts.kind, cell: (row) => <span className="text-soft">{carries(row.kind)}</span> },
  { id: 'state', header: texts.state, width: '130px', cell: (row) => <Pill {...look(row)} label={texts.state} /> },
  {
    id: 'waiting',
    header: texts.waiting,
    width: '110px',
    align: 'right',
    cell: (row) => (
      <span className={row.lagEvents === 0 ? 'text-faint' : undefined}>
        {texts.waitingOf(row.lagEvents, formatCount(row.lagEvents))}
      </span>
    ),
  },
  {
    id: 'oldest',
    header: texts.oldest,
    width: '110px',
    align: 'right',
    cell: (row) => formatLag(row.lagSeconds * 1000),
  },
];
