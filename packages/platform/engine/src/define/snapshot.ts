import { z } from 'zod';
import type { EventDefinition } from './event.ts';
import { personalFields } from './personal.ts';

/** That snapshots of an aggregate's state are kept. The state must be JSON: what comes back is what was folded. */
export interface SnapshotRule<State = unknown> {
  /** Raise it whenever `evolve` comes to another state from the same events: snapshots of before are then ignored. */
  readonly schema: number;
  /** One is taken at least after so many events. */
  readonly every: number;
  /** How many stay, so that there is an older one to go back to. */
  readonly keep: number;
  /**
   * The shape of the state. Required where the events hold personal data: what it does not name is not stored, and it
   * can name nothing personal.
   */
  readonly holds?: z.ZodType<State>;
}

const shapesOf = ({ schema, past }: EventDefinition): readonly z.ZodObject[] => [
  schema,
  ...past.map((version) => version.schema),
];

/** A person who is forgotten must be forgotten in every copy: no snapshot may hold what an event keeps encrypted. */
export const checkSnapshotRule = (
  category: string,
  events: Readonly<Record<string, EventDefinition>>,
  { every, keep, holds }: SnapshotRule,
): void => {
  if (!(Number.isInteger(every) && every > 0 && Number.isInteger(keep) && keep > 0))
    throw new Error(`Snapshots of ${category}: take one every so many events, and keep some; both are whole numbers.`);
  const personal = Object.values(events).filter((event) =>
    shapesOf(event).some((shape) => personalFields(shape).length > 0),
  );
  if (personal.length > 0 && !holds)
    throw new Error(
      `${personal[0]?.type} holds personal data: say by \`holds\` what a snapshot of ${category} may hold, or take none.`,
    );
  const named = holds instanceof z.ZodNullable ? holds.unwrap() : holds;
  if (named instanceof z.ZodObject && personalFields(named).length > 0)
    throw new Error(`A snapshot of ${category} must not hold personal data: leave it out of \`holds\`.`);
};

/** What of a state is stored. Throws for a state that does not have the declared shape. */
export const snapshotOf = ({ holds }: SnapshotRule, state: unknown): unknown => (holds ? holds.parse(state) : state);
