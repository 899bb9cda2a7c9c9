'use client';

import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { cx } from '../../lib/cx.ts';
import { table as texts } from '../../texts/table.ts';
import { Skeleton } from '../skeleton.tsx';
import type { Column, Sort } from './column.ts';
import { DataRow } from './data-row.tsx';
import { useRowKeys } from './use-row-keys.ts';

const features = tableFeatures({ columnVisibilityFeature });
const none: never[] = [];

type DataTableProps<Row extends { id: string }> = {
  label: string;
  columns: Column<Row>[];
  /** Undefined while they are read for the first time. */
  rows: Row[] | undefined;
  href?: (row: Row) => string;
  /** Opens a row on this page, beside the list; the row's link stays for a new tab. */
  onOpen?: (row: Row) => void;
  /** The row that is open beside the list. */
  selected?: string | undefined;
  empty: ReactNode;
  hidden?: ReadonlySet<string>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** A newer reading is under way for other filters. */
  dimmed?: boolean;
  /** Shows who changed a row while one looks at it. */
  traces?: boolean;
  foot?: ReactNode;
};

const traceWidth = 160;
const flexible = 160;

/** Below this many pixels the table scrolls sideways instead of crushing its columns. */
const leastWidth = <Row,>(columns: Column<Row>[], traces: boolean) =>
  columns.reduce((sum, { width }) => sum + (width ? Number.parseInt(width, 10) : flexible), traces ? traceWidth : 0);

const HeaderCell = <Row,>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}) => {
  const field = column.sort;
  const sorted = field !== undefined && sort?.field === field ? sort.direction : undefined;
  const className = cx('h-9 px-3 font-medium text-faint', column.align === 'right' ? 'text-right' : 'text-left');
  if (!field || !onSort)
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  const Arrow = sorted === 'ASC' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" className={className} aria-sort={sorted && (sorted === 'ASC' ? 'ascending' : 'descending')}>
      <button
        type="button"
        onClick={() => onSort({ field, direction: sorted === 'DESC' ? 'ASC' : 'DESC' })}
        className={cx(
          'inline-flex min-h-6 min-w-6 items-center gap-1 rounded-sm hover:text-text',
          column.align === 'right' && 'flex-row-reverse',
          sorted && 'text-text',
        )}
      >
        {column.header}
        <Arrow size={12} aria-hidden className={cx(!sorted && 'opacity-0')} />
      </button>
    </th>
  );
};

const skeletons = Array.from({ length: 14 }, (_, index) => index);

/** Rows of 36 px that one can walk with j and k and open with Enter. */
export const DataTable = <Row extends { id: string }>({
  label,
  columns,
  rows,
  href,
  onOpen,
  selected,
  empty,
  hidden,
  sort,
  onSort,
  dimmed = false,
  traces = false,
  foot,
}: DataTableProps<Row>) => {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const helper = useMemo(() => createColumnHelper<typeof features, Row>(), []);
  const defined = useMemo(
    () =>
      columns.map((column) =>
        helper.display({ id: column.id, header: column.header, cell: ({ row }) => column.cell(row.original) }),
      ),
    [columns, helper],
  );
  const visibility = useMemo(() => Object.fromEntries([...(hidden ?? none)].map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns: defined,
    data: rows ?? none,
    getRowId: (row) => row.id,
    state: { columnVisibility: visibility },
  });
  const shown = columns.filter(({ id }) => !hidden?.has(id));

  if (rows?.length === 0) return <div className="rounded-lg border border-line bg-surface">{empty}</div>;
  return (
    <div className={cx('rounded-lg border border-line bg-surface transition-opacity', dimmed && 'opacity-60')}>
      <div className="overflow-x-auto">
        <table
          className="w-full table-fixed border-collapse"
          style={{ minWidth: leastWidth(shown, traces) }}
          aria-label={label}
          aria-busy={rows === undefined || dimmed}
        >
          <colgroup>
            {shown.map(({ id, width }) => (
              <col key={id} style={width ? { width } : undefined} />
            ))}
            {traces && <col style={{ width: traceWidth }} />}
          </colgroup>
          <thead>
            <tr className="border-b border-line text-xs">
              {shown.map((column) => (
                <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
              {traces && (
                <th scope="col" className="h-9 px-3 text-right font-medium text-faint">
                  {texts.lastChange}
                </th>
              )}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows === undefined
              ? skeletons.map((index) => (
                  <tr key={index} className="h-9 border-b border-line last:border-0">
                    {shown.map(({ id, align }) => (
                      <td key={id} className="px-3">
                        <Skeleton
                          className={cx(align === 'right' ? 'ml-auto w-1/2' : index % 3 === 0 ? 'w-3/5' : 'w-4/5')}
                        />
                      </td>
                    ))}
                    {traces && <td />}
                  </tr>
                ))
              : table.getRowModel().rows.map((row) => (
                  <DataRow
                    key={row.id}
                    id={row.id}
                    href={href?.(row.original)}
                    onOpen={onOpen && (() => onOpen(row.original))}
                    selected={row.id === selected}
                    traces={traces}
                  >
                    {row.getVisibleCells().map((cell) => {
                      const column = columns.find(({ id }) => id === cell.column.id);
                      return (
                        <td
                          key={cell.id}
                          className={cx('truncate px-3', column?.align === 'right' && 'tabular text-right')}
                        >
                          <table.FlexRender cell={cell} />
                        </td>
                      );
                    })}
                  </DataRow>
                ))}
          </tbody>
        </table>
      </div>
      {foot}
    </div>
  );
};
