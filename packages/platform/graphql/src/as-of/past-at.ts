import { setTimeout as wait } from 'node:timers/promises';
import { NoSuchMoment, type Recorded } from '@waybill/engine';
import { GraphQLError } from 'graphql';
import type { GraphContext } from '../context.ts';
import type { Moment } from './as-of-input.ts';
import { createPast, type Past, type ReadStream, readOnce } from './past.ts';

const REASON = 'This is how it was at a past moment. Go back to now to change it.';
/** How long a position that was just committed is waited for, in milliseconds. */
const PATIENCE = 2_000;

/** A moment that cannot be shown: the client's mistake, and said so. */
const noSuchMoment = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'NO_SUCH_MOMENT' } });
};

/** Only what is complete up to the position is the same for every later ask. */
const untilPosition = async (position: number, { store }: GraphContext) => {
  const deadline = Date.now() + PATIENCE;
  let complete = await store.watermark();
  while (complete < position && Date.now() < deadline) {
    await wait(20);
    complete = await store.watermark();
  }
  if (complete < position) noSuchMoment(`The log has not come to position ${position} yet: it is at ${complete}.`);
  return (event: Recorded) => event.position <= position;
};

const untilVersion = async (version: number, stream: string, read: ReadStream) => {
  const events = await read(stream);
  const last = events.at(-1)?.version;
  // There never was such an object: null at every moment.
  if (last === undefined) return () => false;
  const at = events.find((event) => event.version === version);
  if (!at) return noSuchMoment(`There is no version ${version} of ${stream}: its versions are 1 to ${last}.`);
  return (event: Recorded) => event.position <= at.position;
};

const untilKnown = async (instant: Date, { engine }: GraphContext) => {
  try {
    const position = await engine.positionAt(instant);
    return (event: Recorded) => event.position <= position;
  } catch (error) {
    if (error instanceof NoSuchMoment) return noSuchMoment(error.message);
    throw error;
  }
};

const untilHappened = (instant: Date) => (event: Recorded) => event.occurredAt <= instant;

const belongingTo = async (moment: Moment, stream: string, read: ReadStream, context: GraphContext) => {
  const { version, position, knownBy, happenedBy } = moment;
  if (version != null) return untilVersion(version, stream, read);
  if (position != null) return untilPosition(position, context);
  if (knownBy != null) return untilKnown(knownBy, context);
  if (happenedBy != null) return untilHappened(happenedBy);
  return noSuchMoment('Name a moment: version, position, knownBy or happenedBy.');
};

/** The past at a moment; `stream` is the one whose versions are meant. */
export const pastAt = async (context: GraphContext, moment: Moment, stream: string): Promise<Past> => {
  const read = readOnce((name) => context.engine.history(name));
  return createPast(read, await belongingTo(moment, stream, read, context), REASON);
};
