import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { PurchasesEvent } from './events.ts';
import { findMatches } from './match.ts';
import { CancellationNotOpen, PurchaseDoesNotFit } from './refusals.ts';
import { headOf, type Purchases } from './state.ts';

/** A person's word is enough: neither the time nor the price is asked for, only that so much can still come back. */
export const matchByHand = (
  { intakeId, orderId }: { readonly intakeId: string; readonly orderId: string },
  state: Purchases,
): Decision<PurchasesEvent> => {
  const cancellation = state.open[intakeId];
  const purchase = state.purchases[orderId];
  if (!cancellation) return refuse(CancellationNotOpen({ intakeId }));
  if (!purchase) return refuse(PurchaseDoesNotFit({ orderId, reason: 'this customer has no such order' }));
  const { matches, rest } = findMatches([purchase], cancellation);
  const [open] = rest;
  if (open)
    return refuse(PurchaseDoesNotFit({ orderId, reason: `${open.quantity} × ${open.sku} cannot come back from it` }));
  return accept<PurchasesEvent>({
    type: 'CancellationMatched',
    data: { ...headOf(cancellation), matches: [...matches], byHand: true },
  });
};

/** A person decided otherwise: it is looked for no longer. */
export const setAside = (intakeId: string, state: Purchases): Decision<PurchasesEvent> =>
  state.open[intakeId] ? accept<PurchasesEvent>({ type: 'CancellationSetAside', data: { intakeId } }) : nothing;
