'use client';

import { Inbox, ListOrdered } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { FilterChips } from '../../../components/filter-chips.tsx';
import { Page } from '../../../components/page.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import { QueuedCommandsDocument, SystemStatusDocument } from '../../../graphql/generated/documents.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useUrlState } from '../../../lib/use-url-state.ts';
import { useLive } from '../../../live/use-live.ts';
import { commands } from '../../../texts/commands.ts';
import { queues as texts } from '../../../texts/queues.ts';
import { CommandPanel } from '../commands/command-panel.tsx';
import { laneColumns } from './lane-columns.tsx';
import { queuedColumns, queuedHref } from './queued-columns.tsx';

const beside = new Set(['message', 'who', 'priority']);
const alone = new Set<string>();
const lanes = ['QUEUE', 'OUTBOX', 'EFFECT'];
const views = ['QUEUED', 'FAILED'] as const;

/** What waits to be done, lane by lane, and the queued commands themselves. */
export const QueuesPage = () => {
  const [get, set] = useUrlState();
  const view = get('state') === 'FAILED' ? 'FAILED' : 'QUEUED';
  const { opened, open, close } = useOpened('command');
  const status = useLive(SystemStatusDocument, {}, []);
  const { data, failure, retry } = useLive(QueuedCommandsDocument, { filter: { outcomes: [view] } }, []);
  useEvery(2_000, retry);
  useEvery(1_000, status.retry);
  const consumers = status.data?.systemStatus.consumers
    .filter(({ kind }) => lanes.includes(kind))
    .sort((a, b) => lanes.indexOf(a.kind) - lanes.indexOf(b.kind))
    .map((one) => ({ ...one, id: one.name }));
  const columns = useMemo(() => queuedColumns(open), [open]);
  return (
    <Page title={texts.title} about={texts.about}>
      <Beside panel={opened && <CommandPanel id={opened} onClose={close} />}>
        <DataTable
          label={texts.lanes}
          columns={laneColumns}
          rows={consumers}
          empty={<EmptyState icon={ListOrdered} {...texts.noLanes} />}
        />
        <div className="mt-5 mb-2 flex items-center justify-between gap-3">
          <h2 className="font-medium">{texts.commands}</h2>
          <FilterChips
            label={texts.filter}
            size="sm"
            chips={views.map((key) => ({ key, label: commands.outcomes[key] }))}
            chosen={view}
            onChoose={(key) => set({ state: key === 'QUEUED' ? '' : key, command: '' })}
          />
        </div>
        {failure && !data ? (
          <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
        ) : (
          <DataTable
            label={texts.commands}
            columns={columns}
            rows={data?.commands.nodes}
            hidden={opened ? beside : alone}
            href={queuedHref}
            onOpen={({ id }) => open(id)}
            selected={opened}
            empty={<EmptyState icon={Inbox} {...texts.empty[view]} />}
            foot={
              data?.commands.pageInfo.hasNextPage && (
                <p className="border-t border-line px-3 py-2 text-xs text-faint">{texts.more}</p>
              )
            }
          />
        )}
      </Beside>
    </Page>
  );
};
