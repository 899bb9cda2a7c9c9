'use client';

import { Button } from '../../../components/button.tsx';
import { Pill } from '../../../components/pill.tsx';
import { ProgressBar } from '../../../components/progress-bar.tsx';
import { CommandBatchDocument } from '../../../graphql/generated/documents.ts';
import { formatCount } from '../../../lib/format.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useLive } from '../../../live/use-live.ts';
import { commands as texts } from '../../../texts/commands.ts';
import { commandLook } from './command-look.ts';

const parts = [
  ['accepted', 'ACCEPTED'],
  ['rejected', 'REJECTED'],
  ['failed', 'FAILED'],
  ['cancelled', 'CANCELLED'],
  ['queued', 'QUEUED'],
] as const;

/** How far the commands are that were queued together. */
export const BatchBar = ({ id, onClear }: { id: string; onClear: () => void }) => {
  const { data, retry } = useLive(CommandBatchDocument, { id }, []);
  useEvery(1_000, retry);
  const batch = data?.commandBatch;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-2.5">
      <span className="font-medium">{texts.batch(id.slice(0, 8))}</span>
      {batch && (
        <>
          <span className="w-56">
            <ProgressBar
              value={batch.total === 0 ? 1 : (batch.total - batch.queued) / batch.total}
              label={texts.batchProgress}
            />
          </span>
          <span className="tabular text-soft">
            {texts.batchDone(formatCount(batch.total - batch.queued), formatCount(batch.total))}
          </span>
          {parts
            .filter(([key]) => batch[key] > 0)
            .map(([key, outcome]) => {
              const { tone, word } = commandLook(outcome);
              return <Pill key={key} tone={tone} word={`${formatCount(batch[key])} ${word.toLowerCase()}`} />;
            })}
        </>
      )}
      <Button look="quiet" size="sm" className="ml-auto" onClick={onClear}>
        {texts.everyCommand}
      </Button>
    </div>
  );
};
