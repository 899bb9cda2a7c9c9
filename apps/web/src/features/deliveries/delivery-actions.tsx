'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Hint } from '../../components/hint.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import {
  ConfirmDeliveryDocument,
  type DeliveryCardFragment,
  PackDeliveryDocument,
  PickDeliveryDocument,
  RetryDeliveryDocument,
} from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { DispatchDialog } from './dispatch-dialog.tsx';

/** The next step of a delivery, as the API allows it. A step that is not allowed says why. */
export const DeliveryActions = ({ delivery }: { delivery: DeliveryCardFragment }) => {
  const [dispatching, setDispatching] = useState(false);
  const [overriding, setOverriding] = useState(false);
  const say = useSay();
  const pick = useCommand(PickDeliveryDocument);
  const pack = useCommand(PackDeliveryDocument);
  const confirm = useCommand(ConfirmDeliveryDocument);
  const retry = useCommand(RetryDeliveryDocument);
  const { id: deliveryId, number, version } = delivery;
  const input = { deliveryId, expectedVersion: version };
  const stream = `delivery-${deliveryId}`;

  const steps = {
    pickDelivery: {
      verb: deliveries.pick,
      busy: pick.busy,
      run: async () =>
        say(await pick.run(input), { done: deliveries.picked(number), refused: deliveries.notPicked, stream }),
    },
    packDelivery: {
      verb: deliveries.pack,
      busy: pack.busy,
      run: async () =>
        say(await pack.run(input), { done: deliveries.packed(number), refused: deliveries.notPacked, stream }),
    },
    dispatchDelivery: { verb: deliveries.dispatch, busy: false, run: async () => setDispatching(true) },
    confirmDelivery: {
      verb: deliveries.confirm,
      busy: confirm.busy,
      run: async () =>
        say(await confirm.run(input), { done: deliveries.confirmed(number), refused: deliveries.notConfirmed, stream }),
    },
    retryDelivery: {
      verb: deliveries.retry,
      busy: retry.busy,
      run: async () =>
        say(await retry.run(input), { done: deliveries.retried(number), refused: deliveries.notRetried, stream }),
    },
  };
  const packAllTheSame = async (override: string): Promise<boolean> => {
    const outcome = await pack.run({ ...input, override });
    return (await say(outcome, { done: deliveries.packed(number), refused: deliveries.notPacked, stream })) !== null;
  };
  const isStep = (name: string): name is keyof typeof steps => name in steps;
  const stepOf = {
    SCHEDULED: 'pickDelivery',
    PICKED: 'packDelivery',
    PACKED: 'dispatchDelivery',
    DISPATCHED: 'confirmDelivery',
    DELIVERED: '',
    FAILED: 'retryDelivery',
    RETURNING: '',
    RETURNED: '',
    CANCELLED: '',
  };
  const next = delivery.availableActions.find(({ name }) => name === stepOf[delivery.status]);
  if (!next || !isStep(next.name)) return null;
  const { verb, busy, run } = steps[next.name];
  const button = (
    <Button
      size="sm"
      busy={busy}
      aria-disabled={!next.allowed}
      onClick={() => next.allowed && void run()}
      className={next.allowed ? '' : 'opacity-50'}
    >
      {verb}
    </Button>
  );
  return (
    <>
      {next.allowed || !next.reason ? button : <Hint text={next.reason}>{button}</Hint>}
      {next.name === 'packDelivery' && !next.allowed && (
        <Button size="sm" look="quiet" onClick={() => setOverriding(true)}>
          {deliveries.override}
        </Button>
      )}
      {overriding && (
        <ReasonDialog texts={deliveries.overriding} onOpenChange={setOverriding} onReason={packAllTheSame} />
      )}
      {dispatching && <DispatchDialog delivery={delivery} onOpenChange={setDispatching} />}
    </>
  );
};
