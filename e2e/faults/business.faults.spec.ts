import { describe, expect, it } from 'vitest';
import { dirtSuite } from './business-dirt-suite.ts';
import { seedOfRun } from './business-random.ts';
import { tellStory } from './business-story.ts';

describe('400 orders that are placed, paid, cancelled and sent all at the same time', () => {
  it('end as a person would expect', async () => {
    const { faults, figures } = await tellStory(400);
    process.stdout.write(`\nraces: ${JSON.stringify(figures)}\n`);
    expect(faults.slice(0, 10)).toEqual([]);
  });
});

dirtSuite({ seed: seedOfRun(), queries: 30, mutations: 200, documentsEach: 500 });
