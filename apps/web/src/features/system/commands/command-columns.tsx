import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Time } from '../../../components/time.tsx';
import type { CommandRowFragment } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { cx } from '../../../lib/cx.ts';
import { formatName } from '../../../lib/format.ts';
import { commands as texts } from '../../../texts/commands.ts';
import { common } from '../../../texts/common.ts';
import { commandHref } from './command-href.ts';
import { commandLook } from './command-look.ts';

/** 'order-0190a2c4…' */
const shortened = (stream: string): string => (stream.length > 26 ? `${stream.slice(0, 22)}…` : stream);

export const commandColumns = ({
  onOpen,
  follows,
}: {
  onOpen: (id: string) => void;
  /** Walking the rows opens them, once one is open. */
  follows: boolean;
}): Column<CommandRowFragment>[] => [
  {
    id: 'type',
    header: texts.type,
    width: '230px',
    fixed: true,
    cell: ({ id, type }) => (
      <RowLink href={commandHref(id)} onOpen={() => onOpen(id)} onFocus={follows ? () => onOpen(id) : undefined}>
        <span className="font-sans text-sm">{formatName(type)}</span>
      </RowLink>
    ),
  },
  {
    id: 'outcome',
    header: texts.outcome,
    width: '116px',
    cell: (row) => <Pill {...commandLook(row.outcome)} label={texts.outcome} />,
  },
  { id: 'message', header: texts.message, cell: (row) => <span className="text-soft">{row.message}</span> },
  {
    id: 'stream',
    header: texts.stream,
    width: '208px',
    cell: ({ stream }) => (
      <span className="ident text-faint" title={stream ?? undefined}>
        {stream ? shortened(stream) : common.none}
      </span>
    ),
  },
  {
    id: 'who',
    header: texts.who,
    width: '160px',
    cell: ({ actor }) => (
      <span className={cx(actor.kind === 'user' ? 'font-medium text-text' : 'text-faint')}>{actorName(actor)}</span>
    ),
  },
  {
    id: 'issued',
    header: texts.issued,
    width: '108px',
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.issuedAt} />
      </span>
    ),
  },
];
