'use client';

import { SearchX, SquareTerminal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { ListFoot } from '../../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { FilterChips } from '../../../components/filter-chips.tsx';
import { FreshRows } from '../../../components/fresh-rows.tsx';
import { Page } from '../../../components/page.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import {
  CommandLogDocument,
  type CommandOutcome,
  type CommandRowFragment,
} from '../../../graphql/generated/documents.ts';
import { formatExact } from '../../../lib/format.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useUrlState } from '../../../lib/use-url-state.ts';
import { mostFresh } from '../../../live/log.ts';
import { useLog } from '../../../live/use-log.ts';
import { commands as texts } from '../../../texts/commands.ts';
import { chosenOf, filterOf } from '../events/event-filter.ts';
import { FilterBar } from '../events/filter-bar.tsx';
import { BatchBar } from './batch-bar.tsx';
import { commandColumns } from './command-columns.tsx';
import { commandHref } from './command-href.ts';
import { outcomes } from './command-look.ts';
import { CommandPanel } from './command-panel.tsx';
import { commandSuggestionsFor } from './command-suggestions.ts';

const beside = new Set(['stream', 'who', 'message']);
const alone = new Set<string>();
const isOutcome = (text: string): text is CommandOutcome => outcomes.some((outcome) => outcome === text);
const origin = '0_00000000-0000-0000-0000-000000000000';
const unsettled = ({ outcome }: CommandRowFragment) => outcome === 'QUEUED';

/** Every command with what became of it, newest first. */
export const CommandsPage = () => {
  const [get, set] = useUrlState();
  const { opened, open, close } = useOpened('command');
  const [typed, setTyped] = useState('');
  const given = get('outcome');
  const outcome = isOutcome(given) ? given : undefined;
  const batchId = get('batch');
  const log = useLog({
    document: CommandLogDocument,
    variables: { filter: { ...filterOf(get), outcomes: outcome ? [outcome] : null, batchId: batchId || null } },
    page: (data) => data.commands,
    origin,
    unsettled,
  });
  const rows = useMemo(() => log.rows && [...log.rows], [log.rows]);
  const columns = useMemo(() => commandColumns({ onOpen: open, follows: opened !== undefined }), [open, opened]);
  const seen = [...new Set(rows?.map(({ type }) => type))].sort();
  const filtered = chosenOf(get).length > 0 || outcome !== undefined || batchId !== '';
  const further = (
    <EmptyState
      icon={SearchX}
      title={texts.further.title}
      text={texts.further.text(typeof log.searchedTo === 'string' ? formatExact(log.searchedTo) : '')}
      action={<Button onClick={log.loadMore}>{texts.further.action}</Button>}
    />
  );
  return (
    <Page
      title={texts.title}
      about={texts.about}
      filters={
        <>
          <FilterChips
            label={texts.filter}
            chips={[
              { key: 'ALL' as const, label: texts.all },
              ...outcomes.map((key) => ({ key, label: texts.outcomes[key] })),
            ]}
            chosen={outcome ?? 'ALL'}
            onChoose={(key) => set({ outcome: key === 'ALL' ? '' : key })}
          />
          <FilterBar
            get={get}
            set={set}
            text={typed}
            onText={setTyped}
            suggestions={commandSuggestionsFor(typed, seen)}
            texts={texts}
          />
        </>
      }
    >
      <FreshRows
        count={log.fresh.length}
        word={(count) => texts.fresh(count, count >= mostFresh)}
        onShow={() => {
          scrollTo({ top: 0 });
          log.show();
        }}
      />
      {batchId && (
        <div className="mb-3">
          <BatchBar id={batchId} onClear={() => set({ batch: '' })} />
        </div>
      )}
      <Beside panel={opened && <CommandPanel id={opened} onClose={close} />}>
        {log.failure && !log.rows ? (
          <ErrorState title={texts.failed} detail={log.failure.message} onRetry={log.reload} />
        ) : (
          <DataTable
            label={texts.title}
            columns={columns}
            rows={rows}
            hidden={opened ? beside : alone}
            href={({ id }) => commandHref(id)}
            onOpen={({ id }) => open(id)}
            selected={opened}
            empty={
              log.stuck ? (
                further
              ) : filtered ? (
                <EmptyState icon={SearchX} {...texts.notFound} />
              ) : (
                <EmptyState icon={SquareTerminal} {...texts.empty} />
              )
            }
            foot={
              log.stuck ? further : <ListFoot count={log.rows?.length} hasMore={log.hasMore} onMore={log.loadMore} />
            }
          />
        )}
      </Beside>
    </Page>
  );
};
