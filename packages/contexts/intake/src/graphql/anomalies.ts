import {
  builder,
  HistoryEvent,
  jsonColumn,
  MoneyRef,
  money,
  oneOf,
  pageSizeOf,
  reads,
  readsFrom,
  sharedEnum,
  sharedObject,
  storyOf,
} from '@waybill/graphql';
import { ANOMALY_KINDS, RESOLUTIONS } from '../anomaly/events.ts';
import { resolutionsOf } from '../anomaly/resolutions.ts';
import type { Candidate } from '../purchases/events.ts';
import { type AnomalyRow, anomalies } from '../read-models/anomalies.ts';
import { messages } from '../read-models/messages.ts';
import { IntakeMessage } from './messages.ts';

const STATES = ['OPEN', 'ASSIGNED', 'RESOLVED'] as const;
const AnomalyState = sharedEnum('AnomalyState', STATES);
const AnomalyKind = sharedEnum('AnomalyKind', ANOMALY_KINDS);
export const AnomalyResolution = sharedEnum('AnomalyResolution', RESOLUTIONS);
const stateOf = oneOf('AnomalyState', STATES);
const kindOf = oneOf('AnomalyKind', ANOMALY_KINDS);
const resolutionOf = oneOf('AnomalyResolution', RESOLUTIONS);

const AnomalyCandidate = builder.objectRef<Candidate>('AnomalyCandidate').implement({
  description: 'An order that a cancellation may belong to.',
  fields: (t) => ({
    orderId: t.exposeID('orderId'),
    externalOrderId: t.exposeString('externalOrderId'),
    happenedAt: t.field({ type: 'DateTime', resolve: ({ happenedAt }) => new Date(happenedAt) }),
    reason: t.exposeString('reason', { description: 'What speaks for it, and why it was not taken.' }),
  }),
});

export const Anomaly = builder.prismaObject('Anomaly', {
  description: 'Something that came otherwise than it should: out of order, twice, unreadable, or for no order.',
  fields: (t) => ({
    id: t.exposeID('anomalyId'),
    kind: t.field({ type: AnomalyKind, resolve: ({ kind }) => kindOf(kind) }),
    state: t.field({ type: AnomalyState, resolve: ({ state }) => stateOf(state) }),
    channel: t.exposeString('channel'),
    messageId: t.exposeString('messageId', { nullable: true }),
    orderId: t.exposeID('orderId', { nullable: true }),
    externalOrderId: t.exposeString('externalOrderId', { nullable: true }),
    customerId: t.exposeID('customerId', { nullable: true }),
    summary: t.exposeString('summary'),
    amount: t.field({
      type: MoneyRef,
      nullable: true,
      resolve: ({ amount, currency }) => (amount === null || currency === null ? null : money(amount, currency)),
    }),
    candidates: t.field({
      type: [AnomalyCandidate],
      resolve: ({ candidates }) => jsonColumn<AnomalyRow['candidates']>(candidates),
    }),
    owner: t.exposeString('owner', { nullable: true }),
    resolution: t.field({
      type: AnomalyResolution,
      nullable: true,
      resolve: ({ resolution }) => (resolution ? resolutionOf(resolution) : null),
    }),
    possibleResolutions: t.field({
      type: [AnomalyResolution],
      description: 'What a person can decide now.',
      resolve: ({ kind, customerId, state }) =>
        state === 'RESOLVED' ? [] : [...resolutionsOf({ kind: kindOf(kind), customerId })],
    }),
    note: t.exposeString('note', { nullable: true }),
    chosenOrderId: t.exposeID('chosenOrderId', { nullable: true }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    resolvedBy: t.exposeString('resolvedBy', { nullable: true }),
    message: t.prismaField({
      ...readsFrom(messages.name),
      type: IntakeMessage,
      nullable: true,
      resolve: (query, { intakeId }, _args, context) =>
        intakeId === null ? null : reads(context).intakeMessage.findUnique({ ...query, where: { intakeId } }),
    }),
    history: t.field({
      type: [HistoryEvent],
      description: 'Its story: recorded, taken by whom, resolved how.',
      resolve: (row, _args, context) => storyOf(context, row, [`anomaly-${row.anomalyId}`]),
    }),
  }),
});

builder.queryField('anomaly', (t) =>
  t.prismaField({
    ...readsFrom(anomalies.name),
    type: Anomaly,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      reads(context).anomaly.findUnique({ ...query, where: { anomalyId: String(id) } }),
  }),
);

builder.queryField('anomalies', (t) =>
  t.prismaField({
    ...readsFrom(anomalies.name),
    type: [Anomaly],
    description: 'The latest first; without a state, those that are not resolved.',
    args: {
      state: t.arg({ type: AnomalyState }),
      kind: t.arg({ type: AnomalyKind }),
      first: t.arg.int({ defaultValue: 50 }),
    },
    resolve: (query, _root, { state, kind, first }, context) =>
      reads(context).anomaly.findMany({
        ...query,
        where: { state: state ?? { in: ['OPEN', 'ASSIGNED'] }, ...(kind ? { kind } : {}) },
        orderBy: [{ recordedAt: 'desc' }, { anomalyId: 'desc' }],
        take: pageSizeOf({ first }),
      }),
  }),
);

builder.objectField(sharedObject<{ readonly currency: string }>('Overview'), 'anomalies', (t) =>
  t.int({
    ...readsFrom(anomalies.name),
    description: 'That are not resolved.',
    resolve: (_overview, _args, context) =>
      reads(context).anomaly.count({ where: { state: { in: ['OPEN', 'ASSIGNED'] } } }),
  }),
);
