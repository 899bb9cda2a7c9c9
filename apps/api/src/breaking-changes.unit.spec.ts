import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

/** A line for each breaking change that was decided on, as the check words it; emptied with each release. */
const DECLARED = new URL('../../../schema.breaking.txt', import.meta.url);

/** The schema that clients know: as it is on the main branch, where there is one, else as it was committed last. */
const published = (): string => {
  for (const revision of ['origin/main', 'HEAD'])
    try {
      return execFileSync('git', ['show', `${revision}:schema.graphql`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      // No such revision here; the next one.
    }
  return readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');
};

it('no client breaks unannounced', () => {
  const declared = readFileSync(DECLARED, 'utf8').split('\n');
  const broken = findBreakingChanges(buildSchema(published()), schema).map(({ description }) => description);
  expect(broken.filter((change) => !declared.includes(change))).toEqual([]);
});
