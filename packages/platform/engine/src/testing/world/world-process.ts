import { derivedId } from '@waybill/kernel';
import type { Recorded } from '../../define/event.ts';
import type { Process } from '../../define/process.ts';
import { engineEvents } from '../../process/command-refused.ts';
import { dueAt } from '../../process/instance.ts';
import type { Input } from '../../process/react.ts';
import {
  concerns,
  instanceOf,
  type KnownInstance,
  reactToBatch,
  type Sent,
  type TimerChange,
} from '../../process/react-batch.ts';

/** One process of production over a log in memory. */
export const createWorldProcess = (
  process: Process,
  log: readonly Recorded[],
  wish: (sent: readonly Sent[]) => void,
) => {
  const types = new Set([...process.events, engineEvents.CommandRefused].map(({ type }) => type));
  const instances = new Map<string, KnownInstance>();
  const timers = new Map<string, TimerChange>();
  let checkpoint = 0;

  const feed = (inputs: readonly { readonly instance: string; readonly input: Input }[]) => {
    const reactions = reactToBatch(process, instances, inputs);
    for (const [instance, { state, ...rest }] of reactions.instances) {
      if (rest.parkError !== null) throw new Error(`${process.name} ${instance} threw: ${rest.parkError}`);
      // As it would come back from the store.
      instances.set(instance, { ...rest, state: JSON.parse(JSON.stringify(state)) });
    }
    for (const change of reactions.timers) {
      const key = `${change.instance} ${change.name}`;
      if (change.dueAt === null) timers.delete(key);
      else timers.set(key, change);
    }
    wish(reactions.sent);
  };

  const timersDue = (now: Date) => [...timers].filter(([, { dueAt: due }]) => due !== null && due <= now);
  const instancesLate = (now: Date) =>
    [...instances].filter(([, known]) => !known.cancelled && (dueAt(known) ?? '9') <= now.toISOString());

  return {
    process,
    instances: instances as ReadonlyMap<string, KnownInstance>,
    isBehind(): boolean {
      // What it does not follow is passed over, as by the feed.
      for (
        let next = log[checkpoint];
        next && !(types.has(next.type) && concerns(process, next));
        next = log[checkpoint]
      )
        checkpoint += 1;
      return checkpoint < log.length;
    },
    /** Takes the next event; `twice`: as if it had not noticed that it did so already. */
    takeNext(twice: boolean): void {
      const event = log[checkpoint];
      checkpoint += 1;
      if (!event) return;
      const input = { instance: instanceOf(process, event), input: { kind: 'event' as const, event } };
      feed([input]);
      if (twice) feed([input]);
    },
    isDue: (now: Date): boolean => timersDue(now).length > 0 || instancesLate(now).length > 0,
    /** Fires the timers that are due, and tells of the deadlines that have passed; `twice`: as `takeNext`. */
    fire(now: Date, twice: boolean): void {
      const fired = timersDue(now).map(([key, { instance, name, dueAt: due, setBy }]) => {
        timers.delete(key);
        const at = due ?? now;
        const id = derivedId('timer', process.name, instance, name, setBy, at.toISOString());
        return { instance, input: { kind: 'timer' as const, timer: { id, instance, name, dueAt: at, firedAt: now } } };
      });
      const missed = instancesLate(now).flatMap(([instance, { waits }]) =>
        Object.entries(waits)
          .filter(([, wait]) => wait.lateAt === null && new Date(wait.dueAt) <= now)
          .map(([name, wait]) => {
            const id = derivedId('deadline', process.name, instance, name, wait.since);
            const timer = { id, instance, name, dueAt: new Date(wait.dueAt), firedAt: now };
            return { instance, input: { kind: 'deadline' as const, timer } };
          }),
      );
      feed([...fired, ...missed]);
      if (twice) feed(fired);
    },
    /** When something is due next. */
    nextDue(): string | undefined {
      const deadlines = [...instances.values()].flatMap((known) => (known.cancelled ? [] : (dueAt(known) ?? [])));
      const set = [...timers.values()].flatMap(({ dueAt: due }) => due?.toISOString() ?? []);
      return [...deadlines, ...set].sort()[0];
    },
  };
};
