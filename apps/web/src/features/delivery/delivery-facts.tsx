import type { ReactNode } from 'react';
import { Fact, Facts } from '../../components/facts.tsx';
import { Panel } from '../../components/panel.tsx';
import { Time } from '../../components/time.tsx';
import type { DeliveryOnPageFragment } from '../../graphql/generated/documents.ts';
import { common } from '../../texts/common.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { delivery as texts } from '../../texts/delivery.ts';
import { addressLines } from '../order/addresses.tsx';

/** Where it goes, who carries it, and when what was done; only what there is. */
export const DeliveryFacts = ({ delivery }: { delivery: DeliveryOnPageFragment }) => {
  const { deliveryAddress, weightGrams, litres } = delivery;
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [texts.to, deliveryAddress ? addressLines(deliveryAddress).join(', ') : common.forgotten],
    [texts.carrier, delivery.carrier],
    [texts.tracking, delivery.trackingNumber && <span className="ident">{delivery.trackingNumber}</span>],
    [texts.weight, weightGrams !== null && deliveries.weight((weightGrams / 1000).toFixed(1))],
    [texts.volume, litres !== null && deliveries.volume(litres.toFixed(1))],
    [texts.scheduled, <Time key="at" at={delivery.scheduledAt} />],
    [texts.picked, delivery.pickedAt && <Time at={delivery.pickedAt} />],
    [texts.packed, delivery.packedAt && <Time at={delivery.packedAt} />],
    [texts.override, delivery.packedOverride],
    [texts.dispatched, delivery.dispatchedAt && <Time at={delivery.dispatchedAt} />],
    [texts.delivered, delivery.deliveredAt && <Time at={delivery.deliveredAt} />],
    [texts.failure, delivery.failure],
    [texts.cancelled, delivery.cancellation],
  ];
  return (
    <Panel title={texts.facts}>
      <Facts>
        {facts.map(
          ([label, value]) =>
            value && (
              <Fact key={label} label={label}>
                {value}
              </Fact>
            ),
        )}
      </Facts>
    </Panel>
  );
};
