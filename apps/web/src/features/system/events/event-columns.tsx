import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Hint } from '../../../components/hint.tsx';
import type { EventRowFragment } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { cx } from '../../../lib/cx.ts';
import { formatClock, formatCount, formatExact, formatName, formatTime } from '../../../lib/format.ts';
import { common } from '../../../texts/common.ts';
import { events as texts } from '../../../texts/events.ts';

/** 'order-0190a2c4…': the kind, and enough of the id to tell two apart. */
export const shortStream = ({ category, aggregateId }: { category: string; aggregateId: string }): string =>
  `${category}-${aggregateId.length > 12 ? `${aggregateId.slice(0, 8)}…` : aggregateId}`;

const isToday = (iso: string) => new Date(iso).toDateString() === new Date().toDateString();

type Opening = {
  href: (row: EventRowFragment) => string;
  onOpen: (row: EventRowFragment) => void;
  /** Walking the rows opens them, once one is open. */
  follows: boolean;
};

/** Reads like a log: where, when, what, of what, by whom. */
export const eventColumns = ({ href, onOpen, follows }: Opening): Column<EventRowFragment>[] => [
  {
    id: 'position',
    header: texts.position,
    width: '96px',
    align: 'right',
    fixed: true,
    cell: (row) => <span className="ident text-soft">{formatCount(row.position)}</span>,
  },
  {
    id: 'recorded',
    header: texts.recorded,
    width: '124px',
    cell: (row) => (
      <Hint text={formatExact(row.recordedAt)}>
        <time dateTime={row.recordedAt} className="ident text-faint">
          {!isToday(row.recordedAt) && `${formatTime(row.recordedAt)} `}
          {formatClock(row.recordedAt)}
        </time>
      </Hint>
    ),
  },
  {
    id: 'type',
    header: texts.type,
    fixed: true,
    cell: (row) => (
      <RowLink href={href(row)} onOpen={() => onOpen(row)} onFocus={follows ? () => onOpen(row) : undefined}>
        <span className="font-sans text-sm">{formatName(row.type)}</span>
      </RowLink>
    ),
  },
  {
    id: 'stream',
    header: texts.stream,
    width: '220px',
    cell: (row) => (
      <span className="ident text-soft" title={row.stream}>
        {shortStream(row)}
      </span>
    ),
  },
  {
    id: 'who',
    header: texts.who,
    width: '168px',
    cell: (row) => (
      <span className={cx(row.actor.kind === 'user' ? 'font-medium text-text' : 'text-faint')}>
        {actorName(row.actor)}
      </span>
    ),
  },
  {
    id: 'command',
    header: texts.command,
    width: '200px',
    cell: (row) => <span className="text-soft">{row.command?.type ? formatName(row.command.type) : common.none}</span>,
  },
];
