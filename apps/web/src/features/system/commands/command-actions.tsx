'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import {
  CancelQueuedCommandDocument,
  type CommandOutcome,
  RetryQueuedCommandDocument,
} from '../../../graphql/generated/documents.ts';
import { useAct } from '../../../live/use-act.ts';
import { useSay } from '../../../live/use-say.ts';
import { commands as texts } from '../../../texts/commands.ts';
import { common } from '../../../texts/common.ts';

/** What can be done about a command that stands in the queue: take it out, or try it again where it was given up. */
export const CommandActions = ({ id, outcome, queued }: { id: string; outcome: CommandOutcome; queued: boolean }) => {
  const [asking, setAsking] = useState(false);
  const say = useSay();
  const cancel = useAct(CancelQueuedCommandDocument);
  const retry = useAct(RetryQueuedCommandDocument);
  const onCancel = async () => {
    const outcomeOf = await cancel.run({ input: { commandId: id } });
    const done = await say(outcomeOf, { done: texts.cancelled, refused: texts.notCancelled });
    if (done) setAsking(false);
  };
  const onRetry = async () => {
    await say(await retry.run({ input: { commandId: id } }), { done: texts.retried, refused: texts.notRetried });
  };
  return (
    <>
      {queued && outcome === 'FAILED' && (
        <Button look="primary" size="sm" icon={RotateCw} busy={retry.busy} onClick={onRetry}>
          {texts.panel.retry}
        </Button>
      )}
      {queued && (outcome === 'QUEUED' || outcome === 'FAILED') && (
        <Button size="sm" onClick={() => setAsking(true)}>
          {texts.panel.cancel}
        </Button>
      )}
      {asking && (
        <Dialog open onOpenChange={setAsking} title={texts.cancelTitle} about={texts.cancelAbout}>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
            <Button look="danger" busy={cancel.busy} onClick={onCancel}>
              {texts.cancelAction}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
};
