import type { Recorded } from '@waybill/engine';
import type { Moment } from '../as-of/as-of-input.ts';
import { pastAt } from '../as-of/past-at.ts';
import type { GraphContext } from '../context.ts';
import { readStory } from '../history.ts';

/** The story that is known at one of the moments and not at the other. */
export const between = async (
  context: GraphContext,
  streams: readonly [string, ...string[]],
  a: Moment,
  b: Moment | null,
): Promise<Recorded[]> => {
  const storyAt = async (moment: Moment | null) =>
    moment ? (await pastAt(context, moment, streams[0])).story(streams) : readStory(context, streams);
  const [before, after] = await Promise.all([storyAt(a), storyAt(b)]);
  const both = new Map([...before, ...after].map((event) => [event.eventId, event]));
  const shared = new Set(before.map(({ eventId }) => eventId));
  for (const { eventId } of after) if (shared.has(eventId)) both.delete(eventId);
  return [...both.values()].sort((one, other) => one.position - other.position);
};
