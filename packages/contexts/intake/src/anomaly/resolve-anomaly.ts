import { type CommandData, defineJointCommand } from '@waybill/engine';
import { accept, type Decision, nothing, type Refusal, refuse } from '@waybill/kernel';
import type { ExternalOrderEvent } from '../external-order/events.ts';
import { externalOrder } from '../external-order/external-order.ts';
import { skipSequenceGap } from '../external-order/pass-gap.ts';
import { matchByHand, setAside } from '../purchases/decide-by-hand.ts';
import type { PurchasesEvent } from '../purchases/events.ts';
import { purchases } from '../purchases/purchases.ts';
import { noPurchases, type Purchases } from '../purchases/state.ts';
import { type Anomaly, anomaly, resolved } from './anomaly.ts';
import { resolveAnomalyCommands } from './commands.ts';
import type { AnomalyEvent } from './events.ts';
import {
  AnomalyAlreadyResolved,
  AnomalyUnknown,
  NoteMissing,
  OrderToMatchMissing,
  ResolutionNotPossible,
} from './refusals.ts';
import { resolutionsOf } from './resolutions.ts';

type Resolve = CommandData<typeof resolveAnomalyCommands.ResolveAnomaly>;
type Known = NonNullable<Anomaly>;
type Happened =
  | { readonly on: 'self'; readonly event: AnomalyEvent }
  | { readonly on: 'order'; readonly event: ExternalOrderEvent }
  | { readonly on: 'purchases'; readonly event: PurchasesEvent };

/** Where the decision is carried out: the order that has the gap, or what the customer bought. */
const companions = (
  { resolution }: Resolve,
  self: Anomaly,
): {
  readonly order?: readonly [typeof externalOrder, string];
  readonly purchases?: readonly [typeof purchases, string];
} => {
  if (self?.kind === 'SEQUENCE_GAP' && resolution === 'GO_ON_WITHOUT' && self.orderId)
    return { order: [externalOrder, self.orderId] };
  if (self?.kind === 'UNMATCHED_CANCELLATION' && self.customerId) return { purchases: [purchases, self.customerId] };
  return {};
};

const whyNot = ({ resolution, note, orderId }: Resolve, known: Known): Refusal | null => {
  if (known.resolution) return AnomalyAlreadyResolved({ resolution: known.resolution });
  const possible = resolutionsOf(known);
  if (!possible.includes(resolution))
    return ResolutionNotPossible({ kind: known.kind, resolution, possible: [...possible] });
  if (resolution === 'MATCHED_BY_HAND' && orderId === null) return OrderToMatchMissing({});
  return resolution === 'DISMISSED' && note === '' ? NoteMissing({}) : null;
};

const inPurchases = (
  { resolution, orderId }: Resolve,
  { kind, intakeId, customerId }: Known,
  state: Purchases = noPurchases,
): Decision<PurchasesEvent> => {
  if (kind !== 'UNMATCHED_CANCELLATION' || intakeId === null || customerId === null) return nothing;
  return resolution === 'MATCHED_BY_HAND' && orderId !== null
    ? matchByHand({ intakeId, orderId }, state)
    : setAside(intakeId, state);
};

export const resolveAnomaly = defineJointCommand({
  command: resolveAnomalyCommands.ResolveAnomaly,
  owner: anomaly,
  companions,
  decide: (command: Resolve, { self, order, purchases: bought }): Decision<Happened> => {
    const { anomalyId, resolution, note, orderId } = command;
    if (!self) return refuse(AnomalyUnknown({ anomalyId }));
    if (self.resolution === resolution) return nothing;
    const why = whyNot(command, self);
    if (why) return refuse(why);
    const carriedOut = inPurchases(command, self, bought);
    if (carriedOut.kind !== 'accepted') return carriedOut;
    const goneOn = order ? skipSequenceGap(order) : [];
    const chosen = resolution === 'MATCHED_BY_HAND' ? orderId : null;
    return accept<Happened>(
      { on: 'self', event: resolved(self, resolution, note, chosen) },
      ...carriedOut.events.map((event) => ({ on: 'purchases', event }) as const),
      ...goneOn.map((event) => ({ on: 'order', event }) as const),
    );
  },
});
