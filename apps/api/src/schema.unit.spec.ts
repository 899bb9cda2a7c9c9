import { lexicographicSortSchema, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

/** A deliberate change is taken over by `npx vitest run --project unit apps/api/src/schema -u`, and reviewed as a diff. */
it('the committed schema.graphql is what the API serves', async () => {
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
  await expect(printed).toMatchFileSnapshot('../../../schema.graphql');
});
