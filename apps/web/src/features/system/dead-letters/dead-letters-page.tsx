'use client';

import { MailCheck, MailX } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { FilterChips } from '../../../components/filter-chips.tsx';
import { Page } from '../../../components/page.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import { DeadLettersDocument } from '../../../graphql/generated/documents.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useUrlState } from '../../../lib/use-url-state.ts';
import { useLive } from '../../../live/use-live.ts';
import { deadLetters as texts } from '../../../texts/dead-letters.ts';
import { deadLetterColumns, deadLetterHref } from './dead-letter-columns.tsx';
import { DeadLetterPanel } from './dead-letter-panel.tsx';

const beside = new Set(['key', 'behind', 'state', 'error']);
const alone = new Set<string>();

/** What could not be taken, and waits for somebody to decide. */
export const DeadLettersPage = () => {
  const [get, set] = useUrlState();
  const view = get('view') === 'decided' ? 'decided' : 'waiting';
  const { opened, open, close } = useOpened('letter');
  const { data, failure, retry } = useLive(DeadLettersDocument, { resolved: view === 'decided' }, []);
  useEvery(2_000, retry);
  const list = data?.deadLetters;
  const columns = useMemo(() => deadLetterColumns(({ id }) => open(id)), [open]);
  return (
    <Page
      title={texts.title}
      about={texts.about}
      filters={
        <FilterChips
          label={texts.filter}
          chips={(['waiting', 'decided'] as const).map((key) => ({
            key,
            label: texts[key],
            count: key === view ? list?.totalCount : undefined,
          }))}
          chosen={view}
          onChoose={(key) => set({ view: key === 'waiting' ? '' : key, letter: '' })}
        />
      }
    >
      <Beside panel={opened && <DeadLetterPanel id={opened} onClose={close} />}>
        {failure && !list ? (
          <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
        ) : (
          <DataTable
            label={texts.title}
            columns={columns}
            rows={list?.nodes}
            hidden={opened ? beside : alone}
            href={deadLetterHref}
            onOpen={({ id }) => open(id)}
            selected={opened}
            empty={<EmptyState icon={view === 'waiting' ? MailCheck : MailX} {...texts.empty[view]} />}
            foot={
              list &&
              list.nodes.length < list.totalCount && (
                <p className="border-t border-line px-3 py-2 text-xs text-faint">
                  {texts.count(list.nodes.length, list.totalCount)}
                </p>
              )
            }
          />
        )}
      </Beside>
    </Page>
  );
};
