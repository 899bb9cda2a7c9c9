import {
  engineRefusals,
  NothingToRetry,
  ProcessHasEnded,
  type ProcessInstance,
  ProcessInstanceUnknown,
  type Retried,
} from '@waybill/engine';
import type { AnyRefusalDefinition, Refusal } from '@waybill/kernel';
import { builder } from '../builder.ts';
import { errorType } from '../errors.ts';
import { ProcessInstanceRef } from './process-instance.ts';

const RetryProcessPayload = builder.objectRef<Retried>('RetryProcessPayload').implement({
  fields: (t) => ({
    instance: t.expose('instance', { type: ProcessInstanceRef }),
    commands: t.exposeInt('commands', { description: 'How many commands are on their way again.' }),
    events: t.exposeInt('events', { description: 'How many events were tried again.' }),
  }),
});

const CancelProcessPayload = builder
  .objectRef<{ readonly instance: ProcessInstance }>('CancelProcessPayload')
  .implement({
    fields: (t) => ({ instance: t.expose('instance', { type: ProcessInstanceRef }) }),
  });

const isRefusal = (value: object): value is Refusal => 'code' in value;
const errorTypes = (definitions: readonly AnyRefusalDefinition[]) => definitions.map(errorType);
const typeName = (payload: string) => (value: object) => (isRefusal(value) ? value.code : payload);

const RetryProcessResult = builder.unionType('RetryProcessResult', {
  types: [RetryProcessPayload, ...errorTypes([ProcessInstanceUnknown, NothingToRetry])],
  resolveType: typeName('RetryProcessPayload'),
});

const CancelProcessResult = builder.unionType('CancelProcessResult', {
  types: [
    CancelProcessPayload,
    ...errorTypes([
      ProcessInstanceUnknown,
      ProcessHasEnded,
      ...engineRefusals.filter(({ code }) => code === 'InvalidInput'),
    ]),
  ],
  resolveType: typeName('CancelProcessPayload'),
});

const RetryProcessInput = builder.inputType('RetryProcessInput', {
  fields: (t) => ({ process: t.string({ required: true }), instance: t.id({ required: true }) }),
});

const CancelProcessInput = builder.inputType('CancelProcessInput', {
  fields: (t) => ({
    process: t.string({ required: true }),
    instance: t.id({ required: true }),
    reason: t.string({ required: true, description: 'For those who look at it later.' }),
  }),
});

builder.mutationField('retryProcess', (t) =>
  t.field({
    type: RetryProcessResult,
    description: `Sends the commands of an instance anew that were set aside, or refused without an answer, and tries the events
again that it could not take.`,
    args: { input: t.arg({ type: RetryProcessInput, required: true }) },
    resolve: (_root, { input }, { engine }) => engine.processes.retry(input.process, input.instance),
  }),
);

builder.mutationField('cancelProcess', (t) =>
  t.field({
    type: CancelProcessResult,
    description: `Cancels an instance: it reacts to nothing any more, and what it had not sent is not sent. What was done stays
done: cancelling an order is \`cancelOrder\`.`,
    args: { input: t.arg({ type: CancelProcessInput, required: true }) },
    resolve: async (_root, { input }, { engine, actor }) => {
      const cancelled = await engine.processes.cancel(input.process, input.instance, input.reason, actor);
      return isRefusal(cancelled) ? cancelled : { instance: cancelled };
    },
  }),
);
