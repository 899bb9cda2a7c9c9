'use client';

import { SearchX, Workflow } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { FilterChips } from '../../../components/filter-chips.tsx';
import { Page } from '../../../components/page.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import {
  ProcessesDocument,
  ProcessInstancesDocument,
  type ProcessStatus,
} from '../../../graphql/generated/documents.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useUrlState } from '../../../lib/use-url-state.ts';
import { useLive } from '../../../live/use-live.ts';
import { processes as texts } from '../../../texts/processes.ts';
import { processColumns, processHref, processId } from './process-columns.tsx';
import { ProcessOverview } from './process-overview.tsx';
import { ProcessPanel } from './process-panel.tsx';

const statuses: ProcessStatus[] = ['WAITING', 'LATE', 'TROUBLED', 'ENDED', 'CANCELLED'];
const isStatus = (text: string): text is ProcessStatus => statuses.some((status) => status === text);
const beside = new Set(['process', 'updated']);
const alone = new Set<string>();

/** What each process waits for, which ones are late, and which ones need a person. */
export const ProcessesPage = () => {
  const [get, set] = useUrlState();
  const { opened, open, close } = useOpened('instance');
  const given = get('state');
  const status = isStatus(given) ? given : undefined;
  const process = get('process');
  const overview = useLive(ProcessesDocument, {}, []);
  const filter = { statuses: status ? [status] : null, process: process || null };
  const { data, failure, retry } = useLive(ProcessInstancesDocument, { filter }, []);
  useEvery(3_000, retry);
  useEvery(3_000, overview.retry);
  const list = data?.processInstances;
  const rows = useMemo(() => list?.nodes.map((one) => ({ ...one, id: processId(one) })), [list]);
  const columns = useMemo(() => processColumns(({ id }) => open(id)), [open]);

  const counted = overview.data?.processes.filter(({ name }) => !process || name === process);
  const sum = (of: 'waiting' | 'late' | 'troubled') => counted?.reduce((total, one) => total + one[of], 0);
  const counts: Partial<Record<ProcessStatus, number | undefined>> = {
    WAITING: sum('waiting'),
    LATE: sum('late'),
    TROUBLED: sum('troubled'),
  };
  return (
    <Page
      title={texts.title}
      about={texts.about}
      filters={
        <FilterChips
          label={texts.filter}
          chips={[
            { key: 'ALL' as const, label: texts.all },
            ...statuses.map((key) => ({ key, label: texts.states[key], count: counts[key] })),
          ]}
          chosen={status ?? 'ALL'}
          onChoose={(key) => set({ state: key === 'ALL' ? '' : key })}
        />
      }
    >
      <Beside panel={opened && <ProcessPanel key={opened} id={opened} onClose={close} />}>
        <div className="grid gap-3">
          {overview.data && (
            <ProcessOverview
              processes={overview.data.processes}
              chosen={process}
              onChoose={(name) => set({ process: name })}
            />
          )}
          {failure && !list ? (
            <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
          ) : (
            <DataTable
              label={texts.instances}
              columns={columns}
              rows={rows}
              hidden={opened ? beside : alone}
              href={processHref}
              onOpen={({ id }) => open(id)}
              selected={opened}
              empty={
                status || process ? (
                  <EmptyState icon={SearchX} {...texts.notFound} />
                ) : (
                  <EmptyState icon={Workflow} {...texts.empty} />
                )
              }
              foot={
                list?.pageInfo.hasNextPage && (
                  <p className="border-t border-line px-3 py-2 text-xs text-faint">{texts.moreExist}</p>
                )
              }
            />
          )}
        </div>
      </Beside>
    </Page>
  );
};
