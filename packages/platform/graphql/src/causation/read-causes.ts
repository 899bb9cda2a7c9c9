import { batched, groupBy } from '../batch.ts';
import { commandById } from '../commands-by-id.ts';
import type { GraphContext } from '../context.ts';
import { REFERENCE } from '../events-by-id.ts';
import type { Step, StoryEvent } from './step.ts';

/** Commands from an event back to the first one, at most. */
export const DEEPEST = 20;

// From the event to the one that caused its command, and so on: each step is a look into the index of event ids.
const SQL = `
  with recursive up as (
    select e.event_id as root, 1 as depth, e.event_id, e.causation_id from es.events e where e.event_id = any($1::uuid[])
    union all
    select up.root, up.depth + 1, e.event_id, e.causation_id
      from up join es.events e on e.event_id = up.causation_id
     where up.depth < $2
  )
  select up.root, up.depth, ${REFERENCE}, e.command_id as "commandId", e.causation_id as "causationId"
    from up join es.events e on e.event_id = up.event_id
   order by up.depth`;

type Ancestor = StoryEvent & { readonly root: string; readonly depth: number };

/** The event itself, the event that caused its command, the one that caused that, …; one statement for all. Batched. */
const ancestorsOf = batched<GraphContext, readonly Ancestor[]>(async ({ pool }, ids) => {
  const { rows } = await pool.query<Ancestor>(SQL, [ids, DEEPEST]);
  return groupBy(rows, ({ root }) => root);
});

/** The commands that led to an event, nearest first; the last one is a person's or an import's. */
export const causesOf = async (context: GraphContext, eventId: string, depth: number): Promise<Step[]> => {
  const ancestors = (await ancestorsOf(context, eventId)) ?? [];
  const steps = ancestors.slice(0, depth).map(async (event, index): Promise<Step | undefined> => {
    const command = event.commandId ? await commandById(context, event.commandId) : undefined;
    return command && { depth: event.depth, command, cause: ancestors[index + 1] ?? null, events: [event] };
  });
  return (await Promise.all(steps)).filter((step) => step !== undefined);
};
