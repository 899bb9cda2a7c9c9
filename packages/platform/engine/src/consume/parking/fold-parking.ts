import { EventFromTheFuture } from '../../contracts/event-from-the-future.ts';
import type { Recorded } from '../../define/event.ts';
import type { Fold } from '../../define/projection.ts';
import type { Row, RowChanges } from '../row-store.ts';
import { type Letter, reasonOf, streamKey, TRIES } from './letter.ts';
import { emptyPark, type Park, skipName } from './park.ts';

const everyKey = () => true;

/**
 * Tries a pure step a few times; its result, or why not.
 * @throws EventFromTheFuture: nothing is wrong with the event. It must wait for a worker that can read it, and not for a person.
 */
const tried = <T>(step: () => T): { readonly value: T } | { readonly error: string } => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { value: step() };
    } catch (error) {
      if (error instanceof EventFromTheFuture) throw error;
      if (attempt === TRIES) return { error: reasonOf(error) };
    }
  }
};

/** The rows that these events touch, of those that `owns` says are ours; what cannot say it touches none. */
export const readableKeys = (
  projection: Fold,
  events: readonly Recorded[],
  owns: (key: string) => boolean = everyKey,
): string[] => {
  const keys = events.flatMap((event) => {
    const found = tried(() => projection.keys(event));
    return 'value' in found ? found.value.filter(owns) : [];
  });
  return [...new Set(keys)];
};

/**
 * Folds a batch over the rows it touches. An event that throws parks its key: it, and what comes for the key after it,
 * become letters, and every other key goes on. Where it cannot even name its keys, its stream waits. Pure.
 */
export const foldParking = (
  projection: Fold,
  before: ReadonlyMap<string, object>,
  events: readonly Recorded[],
  park: Park = emptyPark,
  owns: (key: string) => boolean = everyKey,
): RowChanges & { readonly letters: readonly Letter[] } => {
  const after = new Map<string, { row: object | undefined; position: number }>();
  const waiting = new Map(park.waiting);
  const letters: Letter[] = [];
  const waits = (key: string, position: number) => (waiting.get(key) ?? Number.POSITIVE_INFINITY) <= position;
  const wait = (key: string, position: number) => letters.push({ key, position, attempts: 0, error: null });
  const parkAt = (key: string, position: number, error: string) => {
    letters.push({ key, position, attempts: TRIES, error });
    waiting.set(key, position);
  };

  for (const event of events) {
    const { position } = event;
    const stream = streamKey(event);
    if (park.skipped.has(skipName(stream, position))) continue;
    if (waits(stream, position)) {
      wait(stream, position);
      continue;
    }
    const keys = tried(() => projection.keys(event));
    if ('error' in keys) {
      parkAt(stream, position, keys.error);
      continue;
    }
    for (const key of keys.value) {
      if (!owns(key) || park.skipped.has(skipName(key, position))) continue;
      if (waits(key, position)) {
        wait(key, position);
        continue;
      }
      const row = after.has(key) ? after.get(key)?.row : before.get(key);
      const folded = tried(() => projection.evolve(row, event, key));
      if ('value' in folded) after.set(key, { row: folded.value, position });
      else parkAt(key, position, folded.error);
    }
  }
  const rows: Row[] = [];
  const gone: string[] = [];
  for (const [key, { row, position }] of after) {
    if (row) rows.push({ ...row, updatedPosition: position });
    else if (before.has(key)) gone.push(key);
  }
  return { rows, gone, letters };
};
