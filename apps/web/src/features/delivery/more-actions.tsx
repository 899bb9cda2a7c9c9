'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import {
  CancelDeliveryDocument,
  type DeliveryOnPageFragment,
  FailDeliveryDocument,
  SendBackDeliveryDocument,
} from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { RequestReturnDialog } from './request-return-dialog.tsx';

/** What goes otherwise than planned: each step that is possible now, each with its reason. */
export const MoreActions = ({ delivery }: { delivery: DeliveryOnPageFragment }) => {
  const [asking, setAsking] = useState<string | null>(null);
  const say = useSay();
  const cancel = useCommand(CancelDeliveryDocument);
  const fail = useCommand(FailDeliveryDocument);
  const sendBack = useCommand(SendBackDeliveryDocument);
  const asked = {
    cancelDelivery: { words: texts.cancel, run: cancel.run },
    failDelivery: { words: texts.fail, run: fail.run },
    sendBackDelivery: { words: texts.sendBack, run: sendBack.run },
  };
  const isAsked = (name: string | null): name is keyof typeof asked => name !== null && name in asked;
  const allowed = delivery.availableActions.filter((action) => action.allowed).map(({ name }) => name);
  const { id: deliveryId, number, version: expectedVersion } = delivery;

  const give = async (name: keyof typeof asked, reason: string): Promise<boolean> => {
    const { words, run } = asked[name];
    const outcome = await run({ deliveryId, expectedVersion, reason });
    const said = { done: words.done(number), refused: words.refused, stream: `delivery-${deliveryId}` };
    return (await say(outcome, said)) !== null;
  };

  return (
    <>
      {allowed.filter(isAsked).map((name) => (
        <Button key={name} size="sm" look="quiet" onClick={() => setAsking(name)}>
          {asked[name].words.verb}
        </Button>
      ))}
      {allowed.includes('requestReturn') && (
        <Button size="sm" look="quiet" onClick={() => setAsking('requestReturn')}>
          {texts.request.verb}
        </Button>
      )}
      {isAsked(asking) && (
        <ReasonDialog
          texts={asked[asking].words}
          onOpenChange={(open) => !open && setAsking(null)}
          onReason={(reason) => give(asking, reason)}
        />
      )}
      {asking === 'requestReturn' && (
        <RequestReturnDialog delivery={delivery} onOpenChange={(open) => !open && setAsking(null)} />
      )}
    </>
  );
};
