'use client';

import { Activity } from 'lucide-react';
import type { Column } from '../../../components/data-table/column.ts';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Page } from '../../../components/page.tsx';
import { Pill } from '../../../components/pill.tsx';
import {
  type ConsumerKind,
  SystemStatusDocument,
  type SystemStatusQuery,
} from '../../../graphql/generated/documents.ts';
import { formatCount, formatLag } from '../../../lib/format.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useLive } from '../../../live/use-live.ts';
import { common } from '../../../texts/common.ts';
import { system as texts } from '../../../texts/system.ts';
import { Figures } from './figures.tsx';

type Consumer = SystemStatusQuery['systemStatus']['consumers'][number] & { id: string };

const state = ({ late, lagEvents }: Consumer) =>
  late
    ? ({ tone: 'amber', word: texts.late } as const)
    : lagEvents > 0
      ? ({ tone: 'blue', word: texts.catchingUp } as const)
      : ({ tone: 'green', word: texts.fine } as const);

const columns: Column<Consumer>[] = [
  { id: 'name', header: texts.name, fixed: true, cell: (row) => <span className="ident font-medium">{row.name}</span> },
  { id: 'state', header: texts.state, width: '150px', cell: (row) => <Pill {...state(row)} label={texts.state} /> },
  {
    id: 'position',
    header: texts.position,
    width: '140px',
    align: 'right',
    cell: (row) => <span className="ident">{formatCount(row.position)}</span>,
  },
  {
    id: 'events',
    header: texts.events,
    width: '140px',
    align: 'right',
    cell: (row) =>
      row.lagEvents === 0 ? (
        <span className="text-faint">{common.none}</span>
      ) : (
        texts.eventsBehind(row.lagEvents, formatCount(row.lagEvents))
      ),
  },
  { id: 'lag', header: texts.seconds, width: '120px', align: 'right', cell: (row) => formatLag(row.lagSeconds * 1000) },
  {
    id: 'objective',
    header: texts.objective,
    width: '120px',
    align: 'right',
    cell: (row) => (
      <span className="text-faint">{row.freshness === null ? texts.noObjective : formatLag(row.freshness)}</span>
    ),
  },
];

const kinds: ConsumerKind[] = ['PROJECTION', 'PROCESS', 'EFFECT', 'OUTBOX', 'QUEUE'];

/** Everything that follows the log, and how far behind it is. */
export const OverviewPage = () => {
  const { data, failure, retry } = useLive(SystemStatusDocument, {}, []);
  useEvery(1_000, retry);
  const status = data?.systemStatus;

  if (failure && !status)
    return (
      <Page title={texts.title}>
        <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
      </Page>
    );
  return (
    <Page
      title={texts.title}
      about={
        status &&
        (status.upToDate ? (
          <Pill tone="green" word={texts.upToDate} size="md" />
        ) : (
          <Pill tone="amber" word={texts.behind} size="md" />
        ))
      }
    >
      <Figures status={status} />
      {kinds.map((kind) => {
        const rows = status?.consumers.filter((one) => one.kind === kind).map((one) => ({ ...one, id: one.name }));
        if (rows?.length === 0 && kind !== 'PROJECTION') return null;
        return (
          <section key={kind} aria-label={texts.kinds[kind]} className="mt-5">
            <h2 className="mb-2 font-medium">{texts.kinds[kind]}</h2>
            <DataTable
              label={texts.kinds[kind]}
              columns={columns}
              rows={rows}
              empty={<EmptyState icon={Activity} {...texts.empty} />}
            />
          </section>
        );
      })}
    </Page>
  );
};
