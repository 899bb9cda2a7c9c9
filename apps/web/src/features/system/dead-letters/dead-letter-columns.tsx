import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Time } from '../../../components/time.tsx';
import type { DeadLettersQuery } from '../../../graphql/generated/documents.ts';
import { formatName } from '../../../lib/format.ts';
import { common } from '../../../texts/common.ts';
import { deadLetters as texts } from '../../../texts/dead-letters.ts';

export type DeadLetterRow = DeadLettersQuery['deadLetters']['nodes'][number];

export const deadLetterHref = ({ id }: { id: string }): string =>
  `/system/dead-letters?letter=${encodeURIComponent(id)}`;

export const resolutionLook = (resolution: DeadLetterRow['resolution']) =>
  resolution === null
    ? ({ tone: 'amber', word: texts.open } as const)
    : ({ tone: resolution === 'REPLAYED' ? 'green' : 'violet', word: texts.resolutions[resolution] } as const);

export const deadLetterColumns = (onOpen: (row: DeadLetterRow) => void): Column<DeadLetterRow>[] => [
  {
    id: 'event',
    header: texts.event,
    width: '190px',
    fixed: true,
    cell: (row) => (
      <RowLink href={deadLetterHref(row)} onOpen={() => onOpen(row)}>
        <span className="font-sans text-sm">{row.event ? formatName(row.event.type) : common.none}</span>
      </RowLink>
    ),
  },
  {
    id: 'consumer',
    header: texts.consumer,
    width: '210px',
    cell: (row) => <span className="ident">{row.consumer}</span>,
  },
  { id: 'key', header: texts.key, width: '150px', cell: (row) => <span className="ident text-faint">{row.key}</span> },
  { id: 'error', header: texts.error, cell: (row) => <span className="text-soft">{row.error ?? texts.leftOver}</span> },
  {
    id: 'behind',
    header: texts.behind,
    width: '100px',
    align: 'right',
    cell: (row) => <span className="text-soft">{texts.behindIt(row.waiting)}</span>,
  },
  {
    id: 'failed',
    header: texts.failedAt,
    width: '112px',
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.failedAt} />
      </span>
    ),
  },
  {
    id: 'state',
    header: texts.state,
    width: '152px',
    cell: (row) => <Pill {...resolutionLook(row.resolution)} label={texts.state} />,
  },
];
