import type { Column } from '../../components/data-table/column.ts';
import { RowLink } from '../../components/data-table/row-link.tsx';
import { Money } from '../../components/money.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import type { AnomalyRowFragment } from '../../graphql/generated/documents.ts';
import { anomalyStates } from '../../lib/states.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import { common } from '../../texts/common.ts';

export const anomalyHref = ({ id }: { id: string }): string => `/anomalies?anomaly=${encodeURIComponent(id)}`;

export const anomalyColumns = (onOpen: (row: AnomalyRowFragment) => void): Column<AnomalyRowFragment>[] => [
  {
    id: 'kind',
    header: texts.kind,
    width: '190px',
    fixed: true,
    cell: (row) => (
      <RowLink href={anomalyHref(row)} onOpen={() => onOpen(row)}>
        <span className="font-sans text-sm">{texts.kinds[row.kind].word}</span>
      </RowLink>
    ),
  },
  { id: 'summary', header: texts.summary, cell: (row) => <span className="text-soft">{row.summary}</span> },
  { id: 'channel', header: texts.channel, width: '112px', cell: (row) => row.channel },
  {
    id: 'amount',
    header: texts.amount,
    width: '96px',
    align: 'right',
    cell: (row) => (row.amount ? <Money value={row.amount} /> : <span className="text-faint">{common.none}</span>),
  },
  {
    id: 'since',
    header: texts.since,
    width: '104px',
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.recordedAt} />
      </span>
    ),
  },
  {
    id: 'owner',
    header: texts.owner,
    width: '104px',
    cell: (row) => row.owner ?? <span className="text-faint">{texts.nobody}</span>,
  },
  {
    id: 'state',
    header: texts.state,
    width: '104px',
    cell: (row) => <Pill {...anomalyStates[row.state]} label={texts.state} />,
  },
];
