import {
  type DocumentNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The views a field reads; a query that names a position waits for them. */
export const readsFrom = (...topics: readonly string[]) => ({ extensions: { topics } });

const known = new WeakMap<object, readonly string[]>();

/** Every view that the fields of a document declare to read. */
export const topicsOf = (schema: GraphQLSchema, document: DocumentNode): readonly string[] => {
  const cached = known.get(document);
  if (cached) return cached;
  const topics = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const declared = types.getFieldDef()?.extensions.topics;
        if (Array.isArray(declared)) for (const topic of declared) topics.add(String(topic));
      },
    }),
  );
  const found = [...topics];
  known.set(document, found);
  return found;
};

/** Every view that the running operation declares to read. */
export const topicsOfOperation = ({ schema, operation, fragments }: GraphQLResolveInfo): readonly string[] => {
  const cached = known.get(operation);
  if (cached) return cached;
  const found = topicsOf(schema, { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] });
  known.set(operation, found);
  return found;
};
