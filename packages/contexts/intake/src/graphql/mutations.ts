import { builder, commandMutation, commandPayload, reads, shownBy } from '@waybill/graphql';
import { anomalyCommands, resolveAnomalyCommands } from '../anomaly/commands.ts';
import {
  AnomalyAlreadyResolved,
  AnomalyUnknown,
  NoteMissing,
  OrderToMatchMissing,
  ResolutionNotPossible,
} from '../anomaly/refusals.ts';
import { channelCommands } from '../channel/commands.ts';
import { ChannelExists, ChannelNotHistoric } from '../channel/refusals.ts';
import { intakeMessageCommands } from '../message/commands.ts';
import { MessageNotRepairable } from '../message/refusals.ts';
import { CancellationNotOpen, PurchaseDoesNotFit } from '../purchases/refusals.ts';
import { anomalies } from '../read-models/anomalies.ts';
import { Anomaly, AnomalyResolution } from './anomaly.ts';

const payload = commandPayload('IntakeMessage');
const anomalyPayload = commandPayload('Anomaly');
builder.objectField(anomalyPayload, 'anomaly', (t) =>
  t.prismaField({
    type: Anomaly,
    nullable: true,
    resolve: async (query, accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, anomalies.name))
        ? reads(context).anomaly.findUnique({ ...query, where: { anomalyId: accepted.aggregateId } })
        : null,
  }),
);

commandMutation({
  command: channelCommands.RegisterChannel,
  description: 'Makes a sender of messages known. Again with the same words, nothing happens.',
  input: (t) => ({
    channel: t.string({ required: true, description: 'Its short name, part of every derived id, e.g. market.' }),
    name: t.string({ required: true }),
    currency: t.string({ required: true }),
    historic: t.boolean({ required: true }),
    owner: t.string({ description: 'Who looks after its anomalies at first.' }),
  }),
  payload: commandPayload('IntakeChannel'),
  errors: [ChannelExists, ChannelNotHistoric],
  versioned: false,
  toCommand: ({ owner = null, ...channel }) => ({ ...channel, owner }),
});

const said = `JSON. Of an ORDER or a CHANGE the whole order as it should be: {customer: {number, name, email, address}, deliveryAddress,
lines: [{lineId, sku, quantity, unitPrice}], prices: NET or GROSS}. Of a CANCELLATION {reason}, and where it names no order {customer: {number}, lines}.`;

commandMutation({
  command: intakeMessageCommands.ReceiveMessage,
  description:
    'Takes a message of a channel: at least once, in any order. It is kept at once and never refused for what it says.',
  input: (t) => ({
    channel: t.string({ required: true }),
    messageId: t.string({ required: true, description: "The channel's own; the same one twice has one effect." }),
    externalOrderId: t.string({ description: 'The order, as the channel names it.' }),
    sequence: t.int({ description: 'Where the channel numbers the messages of an order 1, 2, 3, ….' }),
    happenedAt: t.string({ description: 'ISO 8601, e.g. 2026-01-05T09:00:00Z.' }),
    kind: t.string({ description: 'ORDER, CHANGE or CANCELLATION.' }),
    content: t.string({ description: said }),
  }),
  payload,
  errors: [],
  versioned: false,
});

commandMutation({
  command: intakeMessageCommands.RepairMessage,
  description: 'Has a message that could not be taken read again: what is given takes the place of what it said.',
  input: (t) => ({
    intakeId: t.id({ required: true }),
    externalOrderId: t.string(),
    sequence: t.int(),
    happenedAt: t.string(),
    kind: t.string(),
    content: t.string({ description: said }),
  }),
  payload,
  errors: [MessageNotRepairable],
  versioned: false,
});

commandMutation({
  command: anomalyCommands.AssignAnomaly,
  description: 'Somebody looks after it from now on.',
  input: (t) => ({ anomalyId: t.id({ required: true }), owner: t.string({ required: true }) }),
  payload: anomalyPayload,
  errors: [AnomalyUnknown, AnomalyAlreadyResolved],
});

commandMutation({
  command: resolveAnomalyCommands.ResolveAnomaly,
  description: 'Decides an anomaly, and carries the decision out.',
  input: (t) => ({
    anomalyId: t.id({ required: true }),
    resolution: t.field({ type: AnomalyResolution, required: true }),
    note: t.string({ description: 'Why; needed where it is dismissed.' }),
    orderId: t.id({ description: 'The order that it belongs to, for MATCHED_BY_HAND.' }),
  }),
  payload: anomalyPayload,
  errors: [
    AnomalyUnknown,
    AnomalyAlreadyResolved,
    ResolutionNotPossible,
    NoteMissing,
    OrderToMatchMissing,
    CancellationNotOpen,
    PurchaseDoesNotFit,
  ],
});
