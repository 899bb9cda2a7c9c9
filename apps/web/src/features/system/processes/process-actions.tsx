'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '../../../components/button.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import {
  CancelProcessDocument,
  type ProcessInstanceDetailQuery,
  RetryProcessDocument,
} from '../../../graphql/generated/documents.ts';
import { useAct } from '../../../live/use-act.ts';
import { useSay } from '../../../live/use-say.ts';
import { processes as texts } from '../../../texts/processes.ts';

type Instance = NonNullable<ProcessInstanceDetailQuery['processInstance']>;

/** Send its commands anew, where some were set aside or refused; or have it stop. */
export const ProcessActions = ({
  instance: { process, instance, status, commands, refused },
}: {
  instance: Instance;
}) => {
  const [cancelling, setCancelling] = useState(false);
  const say = useSay();
  const retry = useAct(RetryProcessDocument);
  const cancel = useAct(CancelProcessDocument);
  if (status === 'CANCELLED') return null;
  const stuck = refused.length > 0 || commands.some(({ setAside }) => setAside);

  const onRetry = async () => {
    const done = await say(await retry.run({ input: { process, instance } }), { refused: texts.notRetried });
    if (done) toast.success(texts.retried(done.commands));
  };
  const onCancel = async (reason: string) =>
    (await say(await cancel.run({ input: { process, instance, reason } }), {
      done: texts.cancelled,
      refused: texts.notCancelled,
    })) !== null;

  return (
    <>
      {stuck && (
        <Button look="primary" size="sm" icon={RotateCw} busy={retry.busy} onClick={onRetry}>
          {texts.panel.retry}
        </Button>
      )}
      {status !== 'ENDED' && (
        <Button size="sm" onClick={() => setCancelling(true)}>
          {texts.panel.cancel}
        </Button>
      )}
      {cancelling && <ReasonDialog texts={texts.cancel} onOpenChange={setCancelling} onReason={onCancel} />}
    </>
  );
};
