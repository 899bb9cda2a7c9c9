import type { EventStore } from '@waybill/event-store';
import type { SnapshotStore } from '@waybill/event-store/snapshots';
import { type Clock, newId, type Refusal } from '@waybill/kernel';
import type { Pool } from 'pg';
import { type Decided, decideOnce } from '../command/decide.ts';
import { readRequest } from '../command/read-request.ts';
import { VersionConflict } from '../command/refusals.ts';
import type { CommandRequest } from '../command/request.ts';
import { createStateStore } from '../command/state-store.ts';
import { createStreamQueue } from '../command/stream-queue.ts';
import { createUnanswered } from '../command/unanswered.ts';
import type { Recorded } from '../define/event.ts';
import type { Module } from '../define/module.ts';
import type { EventCodec } from '../event-codec.ts';
import { createRegistry } from '../registry.ts';
import { comeToRest, type Wish } from './come-to-rest.ts';
import { createFork, type Fork } from './fork.ts';
import { createInstances } from './instances.ts';
import type { PreviewedCommand, RunPreview } from './preview.ts';

/** Commands that are looked at, those of processes included. */
const MOST_COMMANDS = 200;

export interface PreviewPorts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly codec: EventCodec;
  readonly clock: Clock;
  /** The modules, looking up what they need in a fork. */
  readonly modulesOn: (history: Fork['history']) => readonly Module[];
}

/** A command, and how it came about. */
interface Sent {
  readonly request: CommandRequest & { readonly commandId: string };
  readonly depth: number;
  readonly cause: Recorded | null;
}

export const createPreview =
  (ports: PreviewPorts): RunPreview =>
  async (requests) => {
    const { store, snapshots, codec, clock } = ports;
    // A store of states of its own: nothing that was only supposed is remembered, and no snapshot is taken.
    const keepsNothing = { writer: { take: () => {}, drop: () => {} }, noteLate: () => {}, onTrouble: () => {} };
    const states = createStateStore({ store, snapshots, codec, ...keepsNothing });
    const fork = createFork({ states, history: async (streamId) => codec.decode(await store.load(streamId)) });
    const modules = ports.modulesOn(fork.history);
    const registry = createRegistry(modules);
    const processes = modules.flatMap((module) => module.processes ?? []);
    const instances = createInstances(ports);
    const queue = createStreamQueue();
    const unanswered = createUnanswered();
    const now = clock.now();

    const record = ({ parts, decision }: Decided, { commandId, ...request }: Sent['request']): Recorded[] => {
      if (decision.kind !== 'accepted') return [];
      const from = {
        commandId,
        actor: request.actor,
        correlationId: request.correlationId ?? commandId,
        causationId: request.causationId ?? null,
        occurredAt: request.occurredAt ?? now,
        recordedAt: now,
      };
      return decision.events.flatMap(({ on, event }) => {
        const part = parts.find(({ name }) => name === on);
        return part ? [fork.add(part.aggregate, part.id, part.at, event, from)] : [];
      });
    };

    const run = async ({ request, depth, cause }: Sent): Promise<PreviewedCommand> => {
      const { type, actor, commandId, expectedVersion } = request;
      const handler = registry.handler(type);
      const read = await readRequest(handler, request);
      const about = { id: commandId, type, actor, depth, cause, events: [] };
      const refused = (refusal: Refusal, streamId: string | null): PreviewedCommand => ({
        ...about,
        streamId,
        outcome: { kind: 'refused', refusal },
      });
      if (read.refusal) return refused(read.refusal, null);
      const context = { now, occurredAt: request.occurredAt ?? now, actor, commandId };
      return decideOnce(
        handler,
        read.data,
        read.id,
        context,
        { states: fork.states, queue, unanswered },
        'store',
        async (decided) => {
          const [{ streamId, at }] = decided.parts;
          const { decision } = decided;
          if (expectedVersion !== undefined && expectedVersion !== at.version)
            return refused(VersionConflict({ expectedVersion, actualVersion: at.version }), streamId);
          if (decision.kind === 'refused') return refused(decision.refusal, streamId);
          if (decision.kind === 'deferred')
            return { ...about, streamId, outcome: { kind: 'waiting', reason: decision.reason } };
          return { ...about, streamId, outcome: { kind: 'accepted' }, events: record(decided, request) };
        },
      );
    };

    const wishOf = (sent: Sent): Wish => {
      const { request, depth, cause } = sent;
      const { definition, owner } = registry.handler(request.type);
      const { commandId: id, type, actor } = request;
      const streamId = `${owner.category}-${String(request.data[definition.target])}`;
      const outcome = { kind: 'waiting', reason: 'An earlier command for the same one waits' } as const;
      return {
        // As in the outbox: the commands of one process for one aggregate stay in order; a person's wait for nobody.
        line: cause && `${actor.id} ${streamId}`,
        run: () => run(sent),
        held: { id, type, actor, depth, cause, streamId, outcome, events: [] },
      };
    };

    const follow = async (events: readonly Recorded[], depth: number): Promise<Wish[]> => {
      const wishes: Wish[] = [];
      for (const event of events)
        for (const process of processes.filter((one) => one.events.some(({ type }) => type === event.type)))
          for (const message of await instances.feed(process, event)) {
            const { correlationId, eventId: causationId } = event;
            const occurredAt = message.occurredAt ? new Date(message.occurredAt) : event.occurredAt;
            const actor = { kind: 'process', id: process.name, name: process.name } as const;
            const request = { ...message, commandId: newId(), correlationId, causationId, actor, occurredAt };
            wishes.push(wishOf({ request, depth: depth + 1, cause: event }));
          }
      return wishes;
    };

    const commands: PreviewedCommand[] = [];
    let left = MOST_COMMANDS;
    let complete = true;
    // Each once what the one before it led to has come to rest: as a person would send them.
    for (const asked of requests) {
      const wish = wishOf({ request: { ...asked, commandId: newId() }, depth: 0, cause: null });
      const rest = await comeToRest(wish, follow, left);
      commands.push(...rest.commands);
      left -= rest.looked;
      complete &&= rest.complete;
    }
    return { commands, events: fork.events, complete, settled: instances.settled(), history: fork.history };
  };
