import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, grouped, nothing } from '@waybill/kernel';
import { candidatesFor } from './candidates.ts';
import { purchasesCommands } from './commands.ts';
import { type PurchasesEvent, purchasesEvents } from './events.ts';
import { eligible, findMatches } from './match.ts';
import { evolve, headOf, noPurchases, type OpenCancellation, type Purchases } from './state.ts';

type Of<K extends keyof typeof purchasesCommands> = CommandData<(typeof purchasesCommands)[K]>;

/** What is found, and what is left for a person. Without anything found, and looked at before: nothing new. */
const look = (state: Purchases, cancellation: OpenCancellation, again: boolean): PurchasesEvent[] => {
  const { matches, rest } = findMatches(eligible(state, cancellation), cancellation);
  const head = headOf(cancellation);
  // One for each order: what follows is the business of that order alone.
  const matched = [...grouped(matches, ({ orderId }) => orderId).values()].map(
    (of): PurchasesEvent => ({ type: 'CancellationMatched', data: { ...head, matches: [...of], byHand: false } }),
  );
  if (rest.length === 0 || (again && matches.length === 0)) return matched;
  const after = matched.reduce(evolve, state);
  const candidates = candidatesFor(after, cancellation, rest);
  return [...matched, { type: 'CancellationUnmatched', data: { ...head, lines: [...rest], candidates } }];
};

/** An order that came late may be what an open cancellation waits for, the oldest first. */
const recordPurchase = (
  { customerId: _, ...given }: Of<'RecordPurchase'>,
  state: Purchases,
): Decision<PurchasesEvent> => {
  const known = state.purchases[given.orderId];
  const currency = given.currency ?? known?.currency;
  if (currency === undefined) return nothing;
  // A change says nothing of when the order was placed.
  const purchase = { ...given, currency, happenedAt: known?.happenedAt ?? given.happenedAt };
  if (known && JSON.stringify(known.lines) === JSON.stringify(purchase.lines)) return nothing;
  const recorded: PurchasesEvent = { type: 'PurchaseRecorded', data: purchase };
  const events: PurchasesEvent[] = [recorded];
  let after = evolve(state, recorded);
  const open = Object.values(after.open).sort((a, b) => Number(a.happenedAt > b.happenedAt) * 2 - 1);
  for (const cancellation of open) {
    const found = look(after, cancellation, true);
    events.push(...found);
    after = found.reduce(evolve, after);
  }
  return accept(...events);
};

const matchCancellation = (
  { customerId: _, ...cancellation }: Of<'MatchCancellation'>,
  state: Purchases,
): Decision<PurchasesEvent> =>
  state.seen.includes(cancellation.intakeId) ? nothing : accept(...look(state, cancellation, false));

/**
 * Streams `purchases-<customerId>`: what one customer of a channel bought and gave back. So two cancellations can never
 * count on the same pieces.
 */
export const purchases = defineAggregate({
  category: 'purchases',
  events: purchasesEvents,
  commands: purchasesCommands,
  initial: noPurchases,
  evolve,
  decide: {
    RecordPurchase: recordPurchase,
    MatchCancellation: matchCancellation,
  },
});
