import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Actor } from '@waybill/engine';
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { createBatchScope } from './batch.ts';
import type { GraphContext, GraphServices } from './context.ts';
import { crossSitePlugin } from './cross-site.ts';
import { createJsonDoor } from './json-door.ts';
import { limitsPlugin } from './limits.ts';
import { type ErrorLog, maskError } from './mask-error.ts';
import { noIntrospectionPlugin } from './no-introspection-plugin.ts';
import type { Permission } from './permissions.ts';
import { sharedExecutionPlugin } from './stream/shared-execution.ts';
import { textPlugin } from './text-plugin.ts';
import { visiblePlugin } from './visible-plugin.ts';

export interface Tab {
  readonly query: string;
  readonly variables?: string;
}

export interface GraphServerOptions {
  readonly schema: GraphQLSchema;
  readonly services: GraphServices;
  /** Who sends this request. */
  readonly actorOf: (request: Request) => Actor;
  readonly permissionsOf: (request: Request) => ReadonlySet<Permission>;
  /** Pages that may use the API from a browser, beside its own. */
  readonly origins: readonly string[];
  readonly log: ErrorLog;
  /** Example documents; left out: no GraphiQL, and no introspection. */
  readonly tabs?: readonly Tab[];
}

/** Answers everything under /graphql. Bodies come with their length, and not longer than the HTTP server lets in. */
export type GraphServer = ReturnType<typeof createJsonDoor>;

/** Everybody may see all; who may do more is shown more actions. */
const rightsOf = (permissions: ReadonlySet<Permission>): string => [...permissions].sort().join(' ');

/** GraphQL over HTTP and SSE (the "distinct connections" mode of graphql-sse) at /graphql, with GraphiQL offline. */
export const createGraphServer = (options: GraphServerOptions): GraphServer => {
  const { schema, services, actorOf, permissionsOf, origins, log, tabs } = options;
  const yoga = createYoga<object, GraphContext>({
    schema,
    context: ({ request }) => {
      const permissions = permissionsOf(request);
      return {
        ...services,
        actor: actorOf(request),
        permissions,
        rights: rightsOf(permissions),
        batch: createBatchScope(),
      };
    },
    cors: { origin: [...origins], credentials: true, methods: ['GET', 'POST', 'OPTIONS'] },
    plugins: [
      crossSitePlugin(origins),
      textPlugin(),
      limitsPlugin(),
      visiblePlugin(),
      sharedExecutionPlugin(),
      ...(tabs ? [] : [noIntrospectionPlugin()]),
    ],
    maskedErrors: { maskError: maskError(log, services.stopping) },
    graphiql: tabs
      ? { title: 'Waybill', defaultTabs: tabs.map((tab) => ({ ...tab })), subscriptionsProtocol: 'SSE' }
      : false,
    renderGraphiQL,
    landingPage: false,
    multipart: false,
    batching: false,
    // Failures are logged where they are masked, with their id.
    logging: false,
    // The HTTP server refuses a long body before it is read.
    maxRequestBodySize: false,
  });
  return createJsonDoor(yoga, origins);
};
