import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Sparkline } from '../../../components/sparkline.tsx';
import type { ProjectionPartsFragment } from '../../../graphql/generated/documents.ts';
import { formatCount, formatLag } from '../../../lib/format.ts';
import { common } from '../../../texts/common.ts';
import { projections as texts } from '../../../texts/projections.ts';
import { projectionLook } from './projection-look.ts';
import { RebuildButton } from './rebuild-button.tsx';
import { RebuildProgress } from './rebuild-progress.tsx';

export type ProjectionRow = ProjectionPartsFragment & { id: string; lags: number[] };

export const projectionHref = ({ id }: { id: string }): string => `/system/projections?view=${encodeURIComponent(id)}`;

export const projectionColumns = (onOpen: (row: ProjectionRow) => void): Column<ProjectionRow>[] => [
  {
    id: 'name',
    header: texts.name,
    width: '260px',
    fixed: true,
    cell: (row) => (
      <>
        <RowLink href={projectionHref(row)} onOpen={() => onOpen(row)}>
          {row.name}
        </RowLink>
        <span className="tabular ml-2 text-xs text-faint">{texts.version(row.version)}</span>
      </>
    ),
  },
  {
    id: 'state',
    header: texts.state,
    width: '146px',
    cell: (row) => <Pill {...projectionLook(row)} label={texts.state} />,
  },
  {
    id: 'trend',
    header: texts.trend,
    width: '248px',
    cell: (row) =>
      row.rebuild?.status === 'BUILDING' ? (
        <RebuildProgress name={row.name} rebuild={row.rebuild} />
      ) : (
        <Sparkline values={row.lags} width={220} height={22} top={row.freshness / 1000} />
      ),
  },
  {
    id: 'behind',
    header: texts.behind,
    width: '112px',
    align: 'right',
    cell: (row) =>
      row.lagEvents === 0 ? (
        <span className="text-faint">{common.none}</span>
      ) : (
        texts.eventsBehind(row.lagEvents, formatCount(row.lagEvents))
      ),
  },
  { id: 'lag', header: texts.lag, width: '76px', align: 'right', cell: (row) => formatLag(row.lagSeconds * 1000) },
  {
    id: 'objective',
    header: texts.objective,
    width: '88px',
    align: 'right',
    cell: (row) => <span className="text-faint">{formatLag(row.freshness)}</span>,
  },
  {
    id: 'position',
    header: texts.position,
    width: '104px',
    align: 'right',
    cell: (row) => <span className="ident">{formatCount(row.position)}</span>,
  },
  {
    id: 'act',
    header: '',
    width: '112px',
    align: 'right',
    cell: (row) => (row.rebuild ? null : <RebuildButton name={row.name} />),
  },
];
