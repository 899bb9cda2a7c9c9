import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Time } from '../../../components/time.tsx';
import type { QueuedCommandsQuery } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { formatName } from '../../../lib/format.ts';
import { commands } from '../../../texts/commands.ts';
import { queues as texts } from '../../../texts/queues.ts';
import { commandLook } from '../commands/command-look.ts';

export type QueuedRow = QueuedCommandsQuery['commands']['nodes'][number];

export const queuedHref = ({ id }: { id: string }): string => `/system/queues?command=${id}`;

const Due = ({ queue }: Pick<QueuedRow, 'queue'>) => {
  const at = queue?.nextAttemptAt ?? queue?.notBefore;
  if (!at || Date.parse(at) <= Date.now()) return <span className="text-faint">{texts.soon}</span>;
  return (
    <span className="text-soft">
      <Time at={at} />
    </span>
  );
};

export const queuedColumns = (onOpen: (id: string) => void): Column<QueuedRow>[] => [
  {
    id: 'type',
    header: commands.type,
    width: '220px',
    fixed: true,
    cell: ({ id, type }) => (
      <RowLink href={queuedHref({ id })} onOpen={() => onOpen(id)}>
        <span className="font-sans text-sm">{formatName(type)}</span>
      </RowLink>
    ),
  },
  {
    id: 'outcome',
    header: texts.state,
    width: '116px',
    cell: (row) => <Pill {...commandLook(row.outcome)} label={texts.state} />,
  },
  { id: 'message', header: commands.message, cell: (row) => <span className="text-soft">{row.message}</span> },
  { id: 'who', header: commands.who, width: '150px', cell: (row) => actorName(row.actor) },
  { id: 'due', header: texts.due, width: '160px', cell: (row) => <Due queue={row.queue} /> },
  { id: 'attempts', header: texts.attempts, width: '76px', align: 'right', cell: (row) => row.queue?.attempts ?? 0 },
  { id: 'priority', header: texts.priority, width: '84px', align: 'right', cell: (row) => row.queue?.priority ?? 0 },
];
