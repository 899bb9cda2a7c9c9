import type { ListedSeal } from '@waybill/event-store/seals';
import { builder } from '../builder.ts';

export const secondsSince = (instant: Date): number => Math.max((Date.now() - instant.getTime()) / 1000, 0);

export const SealRef = builder.objectRef<ListedSeal>('Seal').implement({
  description: 'A signed Merkle root over some events of the log, chained to the seal before it.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    firstPosition: t.expose('firstPosition', { type: 'BigInt' }),
    lastPosition: t.expose('lastPosition', {
      type: 'BigInt',
      description: 'It speaks for every position after the last seal’s up to this one.',
    }),
    count: t.exposeInt('count', { description: 'Its events.' }),
    root: t.exposeString('root', { description: 'Of its Merkle tree, hex.' }),
    previous: t.exposeString('previous', { description: 'The hash of the seal before it, hex; zeros for the first.' }),
    hash: t.exposeString('hash', { description: 'Hex.' }),
    keyId: t.exposeString('keyId', { description: 'SHA-256 of the public key, hex.' }),
    signature: t.exposeString('signature', { description: 'Ed25519, hex.' }),
    signed: t.exposeBoolean('signed', { description: 'Its signature is that of its key, over what it says.' }),
    sealedAt: t.expose('sealedAt', { type: 'DateTime' }),
    ageSeconds: t.float({ resolve: ({ sealedAt }) => secondsSince(new Date(sealedAt)) }),
  }),
});
