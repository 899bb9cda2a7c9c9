import {
  describe,
  type Finding,
  type RecordedVerification,
  readSealStatus,
  type SealStatus,
} from '@waybill/event-store/seals';
import { builder } from '../builder.ts';
import { SealRef } from './seal-ref.ts';

/** An event waits for its seal for a minute at most; twice as long means that nobody seals. */
const LATE = 120;

const SealFinding = builder.objectRef<Finding>('SealFinding').implement({
  fields: (t) => ({
    text: t.string({ description: 'One line for people.', resolve: describe }),
    kind: t.exposeString('kind', { description: 'changed, removed, inserted, reordered; or seal.' }),
    seal: t.exposeInt('seal'),
    position: t.field({
      type: 'BigInt',
      description: 'Of the event; of a seal, the first that it speaks for.',
      resolve: (finding) => (finding.kind === 'seal' ? finding.fromPosition : finding.position),
    }),
  }),
});

const SealVerification = builder.objectRef<RecordedVerification>('SealVerification').implement({
  description: 'What a run of `npm run verify` found, as it was recorded.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    by: t.exposeString('by'),
    intact: t.exposeBoolean('intact'),
    seals: t.exposeInt('seals'),
    events: t.expose('events', { type: 'BigInt' }),
    sealedUpTo: t.expose('sealedUpTo', { type: 'BigInt' }),
    unsealedEvents: t.expose('unsealedEvents', { type: 'BigInt' }),
    findingsCount: t.exposeInt('findingsCount'),
    findings: t.expose('findings', { type: [SealFinding], description: 'The first hundred.' }),
    seconds: t.exposeFloat('seconds', { description: 'How long it took.' }),
  }),
});

const SealStatusRef = builder.objectRef<SealStatus>('SealStatus').implement({
  fields: (t) => ({
    sealedUpTo: t.field({
      type: 'BigInt',
      description: 'The last position that a seal speaks for; 0 while there is none.',
      resolve: ({ newest }) => newest?.lastPosition ?? 0,
    }),
    newest: t.field({ type: SealRef, nullable: true, resolve: ({ newest }) => newest ?? null }),
    keyId: t.string({
      nullable: true,
      description: 'Of the key that signed the newest seal.',
      resolve: ({ newest }) => newest?.keyId ?? null,
    }),
    unsealedEvents: t.field({
      type: 'BigInt',
      description: 'Events that no seal speaks for yet.',
      resolve: ({ unsealed }) => unsealed.events,
    }),
    unsealedSeconds: t.float({
      description: 'How long the oldest of them has been waiting.',
      resolve: ({ unsealed }) => unsealed.seconds,
    }),
    late: t.boolean({
      description: `An event has been waiting for more than ${LATE} seconds.`,
      resolve: ({ unsealed }) => unsealed.seconds > LATE,
    }),
    lastVerification: t.field({
      type: SealVerification,
      nullable: true,
      resolve: ({ lastVerification }) => lastVerification ?? null,
    }),
  }),
});

builder.queryField('sealStatus', (t) =>
  t.field({
    type: SealStatusRef,
    resolve: async (_root, _args, { pool, store }) => readSealStatus(pool, await store.watermark()),
  }),
);
