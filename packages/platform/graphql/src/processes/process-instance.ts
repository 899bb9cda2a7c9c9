import {
  type ListedCommand,
  type ListedTimer,
  type ListedWait,
  PROCESS_STATUSES,
  type ProcessInstance,
  type RefusedCommand,
} from '@waybill/engine';
import { ActorRef } from '../actor.ts';
import { builder } from '../builder.ts';

export const ProcessStatusEnum = builder.enumType('ProcessStatus', {
  description: `WAITING in time, LATE, TROUBLED (a command was refused without an answer, or set aside; or an event could not
be taken), ENDED by itself, or CANCELLED by a person.`,
  values: PROCESS_STATUSES,
});

const ProcessWait = builder.objectRef<ListedWait>('ProcessWait').implement({
  description: 'Something that an instance waits for.',
  fields: (t) => ({
    name: t.exposeString('name'),
    for: t.exposeString('for', { description: 'For people, after "waits for".' }),
    since: t.expose('since', { type: 'DateTime' }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'Its deadline.' }),
    lateAt: t.expose('lateAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was seen to be late; null while it is in time.',
    }),
  }),
});

const ProcessTimer = builder.objectRef<ListedTimer>('ProcessTimer').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    dueAt: t.expose('dueAt', { type: 'DateTime' }),
    setAt: t.expose('setAt', { type: 'DateTime' }),
  }),
});

const CommandUnderWay = builder.objectRef<ListedCommand>('CommandUnderWay').implement({
  description: 'A command of a process that has no outcome yet.',
  fields: (t) => ({
    id: t.exposeID('commandId'),
    type: t.exposeString('type'),
    stream: t.exposeString('stream', { description: 'Whom it is for.' }),
    attempts: t.exposeInt('attempts'),
    lastError: t.exposeString('lastError', { nullable: true }),
    setAside: t.boolean({
      description:
        'It kept failing: it waits for `retryProcess`, and what comes after it for the same stream waits too.',
      resolve: ({ nextAttemptAt }) => nextAttemptAt === null,
    }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

const RefusedProcessCommand = builder.objectRef<RefusedCommand>('RefusedProcessCommand').implement({
  description: 'A command of a process that was refused, and to which the process has no answer.',
  fields: (t) => ({
    id: t.exposeID('commandId'),
    type: t.exposeString('command'),
    code: t.exposeString('code', { description: 'Of the refusal.' }),
    reason: t.exposeString('reason'),
    attempt: t.exposeInt('attempt', { description: 'From 1.' }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

export const ProcessInstanceRef = builder.objectRef<ProcessInstance>('ProcessInstance').implement({
  description: 'One instance of a process: what it knows, and what it waits for.',
  fields: (t) => ({
    id: t.id({ resolve: ({ process, instance }) => `${process}/${instance}` }),
    process: t.exposeString('process', { description: 'Its name, e.g. fulfilment.order.' }),
    instance: t.exposeID('instance', { description: 'Of whom it takes care: usually the id of an order.' }),
    status: t.expose('status', { type: ProcessStatusEnum }),
    state: t.field({ type: 'JSON', description: 'What it knows.', resolve: ({ state }) => state }),
    position: t.expose('position', { type: 'BigInt', description: 'Of the last event that it took.' }),
    waits: t.expose('waits', { type: [ProcessWait], description: 'What it waits for, and until when.' }),
    timers: t.expose('timers', { type: [ProcessTimer] }),
    commands: t.expose('commands', { type: [CommandUnderWay], description: 'Its commands that are under way.' }),
    refused: t.expose('refused', { type: [RefusedProcessCommand] }),
    parkedEvents: t.int({
      description: 'It could not take an event: so many wait, that one first, until `retryProcess`.',
      resolve: ({ parked }) => parked.length,
    }),
    lastError: t.exposeString('lastError', { nullable: true }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    cancelledAt: t.expose('cancelledAt', { type: 'DateTime', nullable: true }),
    cancelledBy: t.expose('cancelledBy', { type: ActorRef, nullable: true }),
    cancelReason: t.exposeString('cancelReason', { nullable: true }),
  }),
});
