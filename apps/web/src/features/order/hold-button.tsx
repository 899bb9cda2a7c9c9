'use client';

import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Hint } from '../../components/hint.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { HoldOrderDocument, ReleaseOrderDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

/** Holds the order back, or lets it go on where it is held. */
export const HoldButton = ({ order }: { order: OrderOfPage }) => {
  const say = useSay();
  const holding = useCommand(HoldOrderDocument);
  const releasing = useCommand(ReleaseOrderDocument);
  const [asking, setAsking] = useState<'hold' | 'override' | null>(null);
  const action = (name: string) => order.availableActions.find((one) => one.name === name);
  const hold = action('holdOrder');
  const stream = `order-${order.id}`;

  const onReason = async (reason: string) => {
    const outcome = await holding.run({ orderId: order.id, reason });
    const { done, refused } = texts.hold;
    return Boolean(await say(outcome, { done: done(order.number), refused, stream }));
  };
  const release = async (override: string | null) => {
    const { done, refused } = texts.release;
    const outcome = await releasing.run({ orderId: order.id, override });
    return Boolean(await say(outcome, { done: done(order.number), refused, stream }));
  };
  const leave = (open: boolean) => !open && setAsking(null);

  if (action('releaseOrder')?.allowed)
    return (
      <>
        <Button
          icon={Play}
          busy={releasing.busy}
          onClick={() => (order.hold?.credit ? setAsking('override') : void release(null))}
        >
          {texts.release.action}
        </Button>
        {asking === 'override' && <ReasonDialog texts={texts.override} onOpenChange={leave} onReason={release} />}
      </>
    );
  if (!hold) return null;
  const button = (
    <Button
      icon={Pause}
      aria-disabled={!hold.allowed}
      className={hold.allowed ? '' : 'opacity-50'}
      onClick={() => hold.allowed && setAsking('hold')}
    >
      {texts.hold.action}
    </Button>
  );
  return (
    <>
      {hold.allowed || !hold.reason ? button : <Hint text={hold.reason}>{button}</Hint>}
      {asking === 'hold' && <ReasonDialog texts={texts.hold} onOpenChange={leave} onReason={onReason} />}
    </>
  );
};
