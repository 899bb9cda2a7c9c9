import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Time } from '../../../components/time.tsx';
import { formatCount } from '../../../lib/format.ts';
import { seals as texts } from '../../../texts/seals.ts';
import { type SealRow, shortHash } from './seal-row.ts';

export const sealHref = ({ id }: { id: string }): string => `/system/seals?seal=${id}`;

export const sealColumns = (onOpen: (row: SealRow) => void): Column<SealRow>[] => [
  {
    id: 'number',
    header: texts.number,
    width: '84px',
    fixed: true,
    cell: (row) => (
      <RowLink href={sealHref(row)} onOpen={() => onOpen(row)}>
        {formatCount(row.number)}
      </RowLink>
    ),
  },
  {
    id: 'sealed',
    header: texts.sealedAt,
    width: '116px',
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.sealedAt} />
      </span>
    ),
  },
  {
    id: 'range',
    header: texts.range,
    width: '170px',
    align: 'right',
    cell: (row) => (
      <span className="ident">
        {formatCount(row.firstPosition)} – {formatCount(row.lastPosition)}
      </span>
    ),
  },
  {
    id: 'count',
    header: texts.count,
    width: '84px',
    align: 'right',
    cell: (row) => formatCount(row.count),
  },
  { id: 'root', header: texts.root, cell: (row) => <span className="ident text-faint">{shortHash(row.root)}</span> },
  {
    id: 'signed',
    header: texts.signature,
    width: '120px',
    cell: (row) => (
      <Pill {...(row.signed ? { tone: 'green', word: texts.signed } : { tone: 'red', word: texts.notSigned })} />
    ),
  },
];
