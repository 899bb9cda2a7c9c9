'use client';

import { Lock } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { ListFoot } from '../../../components/data-table/list-foot.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { FreshRows } from '../../../components/fresh-rows.tsx';
import { Page } from '../../../components/page.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import { SealStatusDocument, SealsDocument } from '../../../graphql/generated/documents.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useLive } from '../../../live/use-live.ts';
import { usePagedList } from '../../../live/use-paged-list.ts';
import { seals as texts } from '../../../texts/seals.ts';
import { Findings } from './findings.tsx';
import { sealColumns, sealHref } from './seal-columns.tsx';
import { SealPanel } from './seal-panel.tsx';
import { type SealRow, sealRow } from './seal-row.ts';
import { SealStats } from './seal-stats.tsx';
import { SealStrip } from './seal-strip.tsx';

const beside = new Set(['root']);
const alone = new Set<string>();
/** A seal is for ever: no row is read a second time. */
const readRow = async (): Promise<SealRow | null> => null;

/** The chain of seals, and what waits for the next one. */
export const SealsPage = () => {
  const { opened, open, close } = useOpened('seal');
  const { data, failure, retry } = useLive(SealStatusDocument, {}, []);
  useEvery(2_000, retry);
  const list = usePagedList({
    document: SealsDocument,
    variables: {},
    page: ({ seals: { nodes, pageInfo } }) => ({ nodes: nodes.map(sealRow), pageInfo }),
    readRow,
    topics: [],
  });
  const status = data?.sealStatus;
  const newest = status?.newest?.number ?? 0;
  const fresh = list.rows ? Math.max(newest - (list.rows[0]?.number ?? 0), 0) : 0;
  const columns = useMemo(() => sealColumns(({ id }) => open(id)), [open]);
  const trouble = (!status && failure) || (!list.rows && list.failure);

  if (trouble)
    return (
      <Page title={texts.title}>
        <ErrorState
          title={texts.failed}
          detail={trouble.message}
          onRetry={() => {
            retry();
            void list.reload();
          }}
        />
      </Page>
    );
  return (
    <Page
      title={texts.title}
      about={
        status?.late ? (
          <span className="flex items-baseline gap-2">
            <Pill tone="amber" word={texts.late} size="md" /> {texts.lateNote}
          </span>
        ) : (
          texts.about
        )
      }
    >
      <SealStats status={status} />
      {status?.lastVerification && !status.lastVerification.intact && (
        <Findings verification={status.lastVerification} />
      )}
      <div className="mt-3">
        <Beside
          panel={
            opened && (
              <SealPanel
                number={opened}
                seal={list.rows?.find(({ id }) => id === opened)}
                newest={newest}
                onClose={close}
              />
            )
          }
        >
          <Panel title={texts.chain} side={<span className="text-xs text-faint">{texts.chainAbout}</span>} flush>
            <SealStrip seals={list.rows ?? []} unsealed={status?.unsealedEvents ?? 0} opened={opened} onOpen={open} />
          </Panel>
          <h2 className="mt-5 mb-2 font-medium">{texts.all}</h2>
          <FreshRows count={fresh} word={texts.fresh} onShow={() => void list.reload()} />
          <DataTable
            label={texts.all}
            columns={columns}
            rows={list.rows}
            hidden={opened ? beside : alone}
            href={sealHref}
            onOpen={({ id }) => open(id)}
            selected={opened}
            empty={<EmptyState icon={Lock} title={texts.empty.title} text={texts.empty.text} />}
            foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
          />
        </Beside>
      </div>
    </Page>
  );
};
