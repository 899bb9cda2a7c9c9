import { inReadScope } from '@waybill/db';
import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from './context.ts';

/** All reads of an operation see the same generation of each view. */
export const readScopePlugin = (): Plugin<GraphContext> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args) => inReadScope(() => executeFn(args)));
  },
});
