'use client';

import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '../../../components/button.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { ReplayDeadLettersDocument, SkipDeadLetterDocument } from '../../../graphql/generated/documents.ts';
import { useAct } from '../../../live/use-act.ts';
import { useSay } from '../../../live/use-say.ts';
import { deadLetters as texts } from '../../../texts/dead-letters.ts';

/** Try the row again, or leave this one event out. */
export const DeadLetterActions = ({ id, consumer, rowKey }: { id: string; consumer: string; rowKey: string }) => {
  const [skipping, setSkipping] = useState(false);
  const say = useSay();
  const replay = useAct(ReplayDeadLettersDocument);
  const skip = useAct(SkipDeadLetterDocument);

  const onReplay = async () => {
    const done = await say(await replay.run({ input: { consumer, key: rowKey } }), { refused: texts.notReplayed });
    if (!done) return;
    const { left, problem, replayed } = done;
    if (left === 0) toast.success(texts.replayed(replayed), { description: texts.replayedNote });
    else
      toast.warning(replayed === 0 ? texts.nothingTaken : texts.stillParked(left), {
        description: problem ?? texts.stillParked(left),
        duration: 10_000,
      });
  };
  const onSkip = async (reason: string) =>
    (await say(await skip.run({ input: { id, reason } }), { done: texts.skipped, refused: texts.notSkipped })) !== null;

  return (
    <>
      <Button look="primary" size="sm" icon={RotateCw} busy={replay.busy} onClick={onReplay}>
        {texts.panel.replay}
      </Button>
      <Button size="sm" onClick={() => setSkipping(true)}>
        {texts.panel.skip}
      </Button>
      {skipping && <ReasonDialog texts={texts.skip} onOpenChange={setSkipping} onReason={onSkip} />}
    </>
  );
};
