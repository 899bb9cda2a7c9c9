import { foldStream } from '@waybill/engine';
import { batched, builder, type GraphContext } from '@waybill/graphql';
import type { Candidate } from '../purchases/events.ts';
import { type Fit, fitOf } from '../purchases/fit.ts';
import { purchases } from '../purchases/purchases.ts';
import type { Purchases } from '../purchases/state.ts';

/** A candidate, with the cancellation that it is one for. */
export interface CandidateOf {
  readonly candidate: Candidate;
  readonly customerId: string | null;
  readonly intakeId: string | null;
}

const purchasesOf = batched(async ({ engine }: GraphContext, customerIds: readonly string[]) => {
  const states = customerIds.map(
    async (id): Promise<[string, Purchases]> => [id, foldStream(purchases, await engine.history(`purchases-${id}`))],
  );
  return new Map(await Promise.all(states));
});

const CandidateFit = builder.objectRef<Fit>('AnomalyCandidateFit').implement({
  description: 'How well an order fits a cancellation, in pieces of those that the cancellation still looks for.',
  fields: (t) => ({
    wanted: t.exposeInt('wanted'),
    found: t.exposeInt('found', { description: 'So many of them can still come back from this order.' }),
    samePrice: t.exposeInt('samePrice', {
      description: 'So many of those were bought at the price that is to be credited.',
    }),
    boughtBefore: t.exposeBoolean('boughtBefore', { description: 'It was bought before it was cancelled.' }),
  }),
});

export const AnomalyCandidate = builder.objectRef<CandidateOf>('AnomalyCandidate').implement({
  description: 'An order that a cancellation may belong to.',
  fields: (t) => ({
    orderId: t.id({ resolve: ({ candidate }) => candidate.orderId }),
    externalOrderId: t.string({ resolve: ({ candidate }) => candidate.externalOrderId }),
    happenedAt: t.field({ type: 'DateTime', resolve: ({ candidate }) => new Date(candidate.happenedAt) }),
    reason: t.string({
      description: 'What speaks for it, and why it was not taken.',
      resolve: ({ candidate }) => candidate.reason,
    }),
    fit: t.field({
      type: CandidateFit,
      nullable: true,
      description: 'As it is now; null once nothing is looked for any more.',
      resolve: async ({ candidate, customerId, intakeId }, _args, context) => {
        const state = customerId === null ? undefined : await purchasesOf(context, customerId);
        const open = intakeId === null ? undefined : state?.open[intakeId];
        const purchase = state?.purchases[candidate.orderId];
        return open && purchase ? fitOf(purchase, open) : null;
      },
    }),
  }),
});
