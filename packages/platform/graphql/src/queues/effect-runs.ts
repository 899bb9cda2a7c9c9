import { batched, groupBy } from '../batch.ts';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { HistoryEvent } from '../history.ts';

/** What came of an effect for one event. */
interface EffectRun {
  readonly eventId: string;
  readonly effect: string;
  readonly outcome: 'waiting' | 'running' | 'succeeded' | 'failed';
  readonly attempts: number;
  readonly error: string | null;
  readonly nextAttemptAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const SELECT = `
  select event_id as "eventId", effect,
         coalesce(outcome, case when claimed_until > now() then 'running' else 'waiting' end) as outcome,
         attempts, error, next_attempt_at as "nextAttemptAt", started_at as "startedAt", finished_at as "finishedAt"
    from es.effect_runs where event_id = any($1::uuid[]) and effect = any($2)
   order by effect`;

const runsOf = batched<GraphContext, EffectRun[]>(async ({ pool, engine }, ids) => {
  const effects = engine.consumers.filter(({ kind }) => kind === 'effect').map(({ name }) => name);
  const { rows } = await pool.query<EffectRun>(SELECT, [ids, effects]);
  return groupBy(rows, ({ eventId }) => eventId);
});

const EffectOutcome = builder.enumType('EffectOutcome', {
  values: {
    WAITING: {
      value: 'waiting',
      description: 'For a worker, for its next try, or for an earlier event of the aggregate.',
    },
    RUNNING: { value: 'running' },
    SUCCEEDED: { value: 'succeeded' },
    FAILED: { value: 'failed', description: 'Given up; it stands among the dead letters.' },
  } as const,
});

const EffectRunRef = builder.objectRef<EffectRun>('EffectRun').implement({
  description: 'An effect (a document, a mail) of one event, and what came of it.',
  fields: (t) => ({
    effect: t.exposeString('effect'),
    outcome: t.expose('outcome', { type: EffectOutcome }),
    attempts: t.exposeInt('attempts'),
    error: t.exposeString('error', { nullable: true, description: 'Of the last try that failed.' }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.objectFields(HistoryEvent, (t) => ({
  effectRuns: t.field({
    type: [EffectRunRef],
    description: 'The effects that it has outside (a document, a mail), and what came of each.',
    resolve: async ({ eventId }, _args, context) => (await runsOf(context, eventId)) ?? [],
  }),
}));
