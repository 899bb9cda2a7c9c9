import '@waybill/billing/graphql';
import '@waybill/catalog/graphql';
import '@waybill/customers/graphql';
import '@waybill/inventory/graphql';
import '@waybill/intake/graphql';
import '@waybill/payments/graphql';
import '@waybill/reporting/graphql';
import '@waybill/sales/graphql';
import '@waybill/shipping/graphql';
import { builder } from '@waybill/graphql';
import type { GraphQLSchema } from 'graphql';

builder.queryType({
  description: `Ids are the aggregates' own ids (UUIDs; a product's is its SKU), unique across types.

Read your own writes: send the header \`x-waybill-after: <position>\` with a query; it waits, bounded, until what it reads has
seen that position, and the answer's \`extensions.visible\` is \`{ after, reached }\`.`,
});
builder.mutationType({ description: 'Commands. A refusal is an answer of the result union, never a GraphQL error.' });
builder.subscriptionType({
  description: 'Over SSE (graphql-sse, distinct connections). Resume by the last cursor in `after`.',
});

/** Everything the contexts speak, as one schema. */
export const schema: GraphQLSchema = builder.toSchema();
