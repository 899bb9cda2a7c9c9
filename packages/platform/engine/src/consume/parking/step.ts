import type { Recorded } from '../../define/event.ts';
import type { Fold } from '../../define/projection.ts';
import type { Move } from '../checkpoint.ts';
import { parksAnew, type RowStore, type Step } from '../row-store.ts';
import { foldParking, readableKeys } from './fold-parking.ts';
import { type Letter, reasonOf, TRIES } from './letter.ts';
import { type Park, skipName } from './park.ts';
import { isUnstorable } from './unstorable.ts';

export interface ParkingPorts {
  readonly projection: Fold;
  readonly owns: (key: string) => boolean;
  readonly rows: RowStore;
}

/** The park as it is at its number `parks`. */
export interface NumberedPark extends Park {
  readonly parks: number;
}

export interface Taken {
  readonly moved: boolean;
  readonly parks: number;
  readonly park: NumberedPark;
}

const withLetters = (park: NumberedPark, letters: readonly Letter[]): NumberedPark => {
  if (!parksAnew({ letters })) return park;
  const waiting = new Map(park.waiting);
  for (const { key, position } of letters) waiting.set(key, Math.min(position, waiting.get(key) ?? position));
  return { ...park, waiting, parks: park.parks + 1 };
};

/**
 * Folds a batch and saves it. Where the store refuses the rows for what they hold, the batch is halved until the culprit
 * stands alone; tried as often as a fold is, its keys are parked like those of an event that cannot be folded.
 */
export const stepParking = async (
  ports: ParkingPorts,
  events: readonly Recorded[],
  move: Move,
  park: NumberedPark,
  attempts = 1,
): Promise<Taken> => {
  const { projection, owns, rows } = ports;
  const save = async (step: Step): Promise<Taken> => {
    const moved = await rows.save(step);
    const after = moved ? withLetters(park, step.letters) : park;
    return { moved, parks: after.parks, park: after };
  };
  const at = { ...move, parks: park.parks };
  const isSkipped = (key: string) => park.skipped.has(skipName(key, move.to));
  const keys = readableKeys(projection, events, owns);
  const folded = foldParking(projection, await rows.load(keys), events, park, owns);
  try {
    return await save({ ...at, ...folded });
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    const half = events.slice(0, events.length >> 1);
    const middle = half.at(-1);
    if (middle) {
      const first = await stepParking(ports, half, { ...move, to: middle.position }, park, attempts + 1);
      if (!first.moved) return first;
      return stepParking(
        ports,
        events.slice(half.length),
        { ...move, from: middle.position },
        first.park,
        attempts + 1,
      );
    }
    if (attempts < TRIES) return stepParking(ports, events, move, park, attempts + 1);
    const settled = new Set([...folded.letters.map(({ key }) => key), ...keys.filter(isSkipped)]);
    const refused = keys.filter((key) => !settled.has(key));
    const unstorable = refused.map((key) => ({ key, position: move.to, attempts, error: reasonOf(error) }));
    return save({ ...at, rows: [], gone: [], letters: [...folded.letters, ...unstorable] });
  }
};
