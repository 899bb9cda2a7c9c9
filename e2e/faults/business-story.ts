import { readFiles } from './business-audit.ts';
import { differences, everything, openInsider, settled } from './business-books.ts';
import { createRandom, seedOfRun } from './business-random.ts';
import { createWaves } from './business-waves.ts';
import { furnish, install } from './installation.ts';

/** What must be empty, and what happened. */
export interface Story {
  readonly faults: readonly string[];
  readonly figures: Readonly<Record<string, unknown>>;
}

const rowsOf = async (insider: ReturnType<typeof openInsider>, text: string): Promise<string[]> => {
  const { rows } = await insider.pool.query<{ fault: string }>(text);
  return rows.map(({ fault }) => fault);
};

/** Orders in a shop with two APIs and two workers, where everybody does everything at the same time. */
export const tellStory = async (orders: number): Promise<Story> => {
  const seed = seedOfRun();
  const house = await install();
  const insider = openInsider(house.database.url);
  try {
    const began = performance.now();
    const [first = '', ...others] = house.urls;
    const waves = createWaves(createRandom(seed), [first, ...others], await furnish(house));
    await waves.place(orders);
    await waves.wave({ cancel: 0.25, pay: 0.5, ship: 0.3 });
    await waves.wave({ cancel: 0.1, pay: 0.5, ship: 0.6 });
    await settled(insider);
    await waves.wave({ cancel: 0.1, pay: 0.4, ship: 0.6 });
    await waves.wave({ cancel: 0.1, pay: 0.2, ship: 0.7 });
    await waves.wave({ cancel: 0.2, pay: 0.2, ship: 0.7 });
    await settled(insider);
    const events = await everything(insider);
    const repeated = await waves.repeat(0.25);
    await settled(insider);
    const after = await everything(insider);
    const projections = insider.engine.modules.flatMap((module) => module.projections ?? []);
    const unequal: string[] = [];
    for (const projection of projections)
      for (const difference of await differences(insider, projection, after))
        unequal.push(`${projection.name}: ${JSON.stringify(difference)}`);
    const { faults, ends } = readFiles(after);
    const stuck = await rowsOf(
      insider,
      `select 'dead letter of ' || consumer || ': ' || error as fault from es.dead_letters where resolved_at is null`,
    );
    const refused = await rowsOf(
      insider,
      `select 'a process was refused ' || type || ': ' || error::text as fault
       from es.commands where actor->>'kind' = 'process' and outcome <> 'accepted'`,
    );
    const answers: Record<string, number> = {};
    for (const { answer } of waves.sent) answers[answer.code ?? 'done'] = (answers[answer.code ?? 'done'] ?? 0) + 1;
    const figures = {
      seed,
      orders: waves.orders.length,
      commands: waves.sent.length,
      events: after.length,
      repeated,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      ends,
      answers,
    };
    const invented = after.length === events.length ? [] : [`${after.length - events.length} events by repeats`];
    return { faults: [...faults, ...waves.faults, ...stuck, ...refused, ...unequal, ...invented], figures };
  } finally {
    await insider.close();
    await house.remove();
  }
};
