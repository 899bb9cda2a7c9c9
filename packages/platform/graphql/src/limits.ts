import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from './context.ts';

/** What one operation may ask for. */
export const LIMITS = { depth: 12, cost: 10_000, aliases: 50, directives: 50, tokens: 4_000 } as const;

/** Refuses documents that ask for too much, before anything runs; the answer is cached with the parsed document. */
export const limitsPlugin = (): Plugin<GraphContext> =>
  EnvelopArmorPlugin({
    maxDepth: { n: LIMITS.depth, flattenFragments: true },
    costLimit: { maxCost: LIMITS.cost, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ignoreIntrospection: true },
    maxAliases: { n: LIMITS.aliases },
    maxDirectives: { n: LIMITS.directives },
    maxTokens: { n: LIMITS.tokens },
    blockFieldSuggestion: { enabled: false },
  }) as Plugin<GraphContext>;
