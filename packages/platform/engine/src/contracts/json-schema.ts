import { z } from 'zod';
import { isPersonal } from '../define/personal.ts';
import type { EventVersion } from './versions.ts';

/**
 * What a version of an event says, as JSON Schema for those who read events without our code. Readers should ignore
 * fields that they do not know. `x-personal` marks what is encrypted in the store, and null once the person is forgotten.
 */
export const jsonSchemaOf = ({ type, version, schema, personal }: EventVersion): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `${type} v${version}`,
  ...(personal ? { 'x-personal': personal } : {}),
  ...z.toJSONSchema(schema, {
    // Open for fields that come later.
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (isPersonal(zodSchema)) jsonSchema['x-personal'] = true;
    },
  }),
});
