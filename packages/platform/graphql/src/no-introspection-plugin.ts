import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from './context.ts';

/** The schema is committed and can be read there; a server may keep it to itself. */
export const noIntrospectionPlugin = (): Plugin<GraphContext> => ({
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
  },
});
