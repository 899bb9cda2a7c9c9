import { inclusionProof } from '@waybill/event-store/seals';
import { builder } from '../builder.ts';

builder.queryField('inclusionProof', (t) =>
  t.field({
    type: 'JSON',
    nullable: true,
    description:
      'What `scripts/verify-proof.mjs` needs to check, without any database, that the event at a position is what was sealed. Null where there is no event, or no seal of it yet.',
    args: {
      position: t.arg({ type: 'BigInt', required: true }),
      upTo: t.arg.int({
        description: 'The number of a later seal: the chain up to it comes along, to a head that was kept.',
      }),
    },
    resolve: async (_root, { position, upTo }, { pool }) =>
      (await inclusionProof(pool, position, { upTo: upTo ?? 0 })) ?? null,
  }),
);
