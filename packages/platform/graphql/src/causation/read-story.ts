import { batched, groupBy } from '../batch.ts';
import { COMMAND, type StoredCommand } from '../commands-by-id.ts';
import type { GraphContext } from '../context.ts';
import { REFERENCE } from '../events-by-id.ts';
import type { Story } from './consequences.ts';
import type { StoryEvent } from './step.ts';

/** Events of one story that are looked at, from its beginning. */
export const LONGEST_STORY = 2_000;

const EVENTS = `
  select wish.id as correlation, ${REFERENCE}, e.command_id as "commandId", e.causation_id as "causationId"
    from unnest($1::uuid[]) as wish (id)
    cross join lateral (
      select position from es.story(wish.id) as story (position) order by position limit $2
    ) as told
    join es.events e on e.position = told.position
   order by e.position`;

const COMMANDS = `
  select c.correlation_id as correlation, ${COMMAND} from es.commands c where c.command_id = any($1::uuid[])
  union all
  select c.correlation_id, ${COMMAND} from es.commands c
   where c.causation_id = any($2::uuid[]) and c.causation_id is not null and c.outcome <> 'accepted'
   order by "issuedAt", id`;

type Told<T> = T & { readonly correlation: string };

/** What one first command led to, with the commands that it took; by correlation, two statements for all. Batched. */
export const storyByCorrelation = batched<GraphContext, Story & { readonly whole: boolean }>(
  async ({ pool }, correlations) => {
    const events = await pool.query<Told<StoryEvent>>(EVENTS, [correlations, LONGEST_STORY]);
    const commandIds = new Set(events.rows.flatMap(({ commandId }) => commandId ?? []));
    const commands = await pool.query<Told<StoredCommand>>(COMMANDS, [
      [...commandIds],
      events.rows.map(({ id }) => id),
    ]);
    const eventsOf = groupBy(events.rows, ({ correlation }) => correlation);
    const commandsOf = groupBy(commands.rows, ({ correlation }) => correlation);
    return new Map(
      [...eventsOf].map(([correlation, told]) => [
        correlation,
        { events: told, commands: commandsOf.get(correlation) ?? [], whole: told.length < LONGEST_STORY },
      ]),
    );
  },
);
