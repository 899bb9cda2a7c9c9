'use client';

import { Button } from '../../components/button.tsx';
import { ScheduleDeliveryDocument } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { deliveries } from '../../texts/deliveries.ts';

/** Puts everything of an order that is in no delivery into one. */
export const ScheduleButton = ({ orderId, orderNumber }: { orderId: string; orderNumber: string }) => {
  const say = useSay();
  const { run, busy } = useCommand(ScheduleDeliveryDocument);
  const schedule = async () => {
    const { scheduled, notScheduled } = deliveries.open;
    await say(await run({ orderId }), { done: scheduled(orderNumber), refused: notScheduled });
  };
  return (
    <Button size="sm" busy={busy} onClick={() => void schedule()}>
      {deliveries.open.schedule}
    </Button>
  );
};
