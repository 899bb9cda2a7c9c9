import { builder } from './builder.ts';
import { type ConsumerState, currentStatus, type Status } from './system-status.ts';
import { watched } from './watched.ts';

export const ConsumerKind = builder.enumType('ConsumerKind', {
  values: ['PROJECTION', 'PROCESS', 'EFFECT', 'OUTBOX', 'QUEUE'] as const,
});
/** The kinds of consumers by their names in the schema. */
export const KINDS = {
  projection: 'PROJECTION',
  process: 'PROCESS',
  effect: 'EFFECT',
  outbox: 'OUTBOX',
  queue: 'QUEUE',
} as const;

const ConsumerStatus = builder.objectRef<ConsumerState>('ConsumerStatus').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    kind: t.field({ type: ConsumerKind, resolve: ({ kind }) => KINDS[kind] }),
    position: t.expose('position', { type: 'BigInt' }),
    lagEvents: t.exposeInt('lagEvents', {
      description: 'Events it has yet to handle; counted up to 1,000 of each type.',
    }),
    lagSeconds: t.exposeFloat('lagSeconds'),
    freshness: t.exposeInt('freshness', {
      nullable: true,
      description: 'How old it may be, in milliseconds; null where nothing is promised.',
    }),
    late: t.exposeBoolean('late'),
    parkedKeys: t.exposeInt('parkedKeys', {
      description:
        'Keys that it does not follow until a person decides: see deadLetters. They are reported, not awaited.',
    }),
    parkedEvents: t.exposeInt('parkedEvents', { description: 'Events that wait with them.' }),
  }),
});

const SystemStatus = builder.objectRef<Status>('SystemStatus').implement({
  fields: (t) => ({
    watermark: t.expose('watermark', { type: 'BigInt', description: 'Every event at or under it can be read.' }),
    upToDate: t.boolean({
      description: 'No view is older than its objective.',
      resolve: ({ consumers }) => consumers.every(({ late }) => !late),
    }),
    lagMs: t.int({
      description: 'Of the view furthest behind, in milliseconds.',
      resolve: ({ consumers }) =>
        Math.round(
          Math.max(0, ...consumers.map(({ kind, lagSeconds }) => (kind === 'projection' ? lagSeconds : 0))) * 1000,
        ),
    }),
    consumers: t.expose('consumers', { type: [ConsumerStatus] }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('systemStatus', (t) =>
  t.field({ type: SystemStatus, resolve: (_root, _args, context) => currentStatus(context) }),
);

const isSame = (a: Status, b: Status): boolean =>
  a.watermark === b.watermark && JSON.stringify(a.consumers) === JSON.stringify(b.consumers);

builder.subscriptionField('systemStatus', (t) =>
  t.field({
    type: SystemStatus,
    description: 'Now, and then every second while it differs.',
    subscribe: (_root, _args, context) => watched(context, () => currentStatus(context), isSame),
    resolve: (status) => status,
  }),
);
