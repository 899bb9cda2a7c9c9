'use client';

import { Layers } from 'lucide-react';
import { useMemo } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Page } from '../../../components/page.tsx';
import { Beside } from '../../../components/side-panel.tsx';
import { ProjectionProgressDocument, ProjectionsDocument } from '../../../graphql/generated/documents.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useOpened } from '../../../lib/use-opened.ts';
import { useLive } from '../../../live/use-live.ts';
import { useSubscription } from '../../../live/use-subscription.ts';
import { projections as texts } from '../../../texts/projections.ts';
import { projectionColumns, projectionHref } from './projection-columns.tsx';
import { ProjectionPanel } from './projection-panel.tsx';
import { useLagHistory } from './use-lag-history.ts';

const beside = new Set(['behind', 'objective', 'position', 'act']);
const alone = new Set<string>();

/** Every view: how far behind it is, against what was promised, and how far a rebuild has come. */
export const ProjectionsPage = () => {
  const { opened, open, close } = useOpened('view');
  const { data, failure, retry } = useLive(ProjectionsDocument, {}, []);
  const live = useSubscription(ProjectionProgressDocument);
  // While the subscription is away, asking takes its place.
  useEvery(live ? 30_000 : 3_000, retry);
  const projections = live?.projectionProgress ?? data?.projections;
  const lags = useLagHistory(projections);
  const rows = projections?.map((one) => ({ ...one, id: one.name, lags: lags.get(one.name) ?? [] }));
  const columns = useMemo(() => projectionColumns(({ id }) => open(id)), [open]);
  return (
    <Page title={texts.title} about={texts.about}>
      <Beside
        panel={
          opened && (
            <ProjectionPanel
              name={opened}
              projection={projections?.find(({ name }) => name === opened)}
              reading={projections === undefined}
              onClose={close}
            />
          )
        }
      >
        {failure && !projections ? (
          <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
        ) : (
          <DataTable
            label={texts.title}
            columns={columns}
            rows={rows}
            hidden={opened ? beside : alone}
            href={projectionHref}
            onOpen={({ id }) => open(id)}
            selected={opened}
            empty={<EmptyState icon={Layers} {...texts.empty} />}
          />
        )}
      </Beside>
    </Page>
  );
};
