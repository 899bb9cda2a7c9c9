import {
  builder,
  HistoryEvent,
  jsonColumn,
  MoneyRef,
  money,
  oneOf,
  reads,
  readsFrom,
  sharedEnum,
  storyOf,
} from '@waybill/graphql';
import { ANOMALY_KINDS, RESOLUTIONS } from '../anomaly/events.ts';
import { resolutionsOf } from '../anomaly/resolutions.ts';
import type { AnomalyRow } from '../read-models/anomalies.ts';
import { messages } from '../read-models/messages.ts';
import { AnomalyCandidate } from './anomaly-candidate.ts';
import { IntakeMessage } from './messages.ts';

const STATES = ['OPEN', 'ASSIGNED', 'RESOLVED'] as const;
export const AnomalyState = sharedEnum('AnomalyState', STATES);
export const AnomalyKind = sharedEnum('AnomalyKind', ANOMALY_KINDS);
export const AnomalyResolution = sharedEnum('AnomalyResolution', RESOLUTIONS);
const stateOf = oneOf('AnomalyState', STATES);
const kindOf = oneOf('AnomalyKind', ANOMALY_KINDS);
const resolutionOf = oneOf('AnomalyResolution', RESOLUTIONS);

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
      resolve: ({ candidates, customerId, intakeId }) =>
        jsonColumn<AnomalyRow['candidates']>(candidates).map((candidate) => ({ candidate, customerId, intakeId })),
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
