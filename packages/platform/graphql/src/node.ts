import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';

export type NodeLoader = (id: string, context: GraphContext) => Promise<object | null>;
const loaders = new Map<string, { readonly type: string; readonly load: NodeLoader }>();

/** How an object of a type is found by its id; `category` is its streams' (or any word of its own). */
export const nodeOf = (category: string, type: string, load: NodeLoader): void => {
  loaders.set(category, { type, load });
};

/** Which kinds of aggregate have a stream of this id. */
const categoriesOf = async (id: string, { pool }: GraphContext): Promise<readonly string[]> => {
  const streams = [...loaders.keys()].map((category) => `${category}-${id}`);
  const found = await pool.query<{ category: string }>(
    'select category from es.streams where stream_id = any($1::text[])',
    [streams],
  );
  return found.rows.map(({ category }) => category);
};

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Any object by its id.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      const categories = await categoriesOf(id, context);
      // A product has no stream: whatever is no aggregate is looked for there.
      for (const category of categories.length > 0 ? categories : loaders.keys()) {
        const loader = loaders.get(category);
        const object = await loader?.load(id, context);
        if (loader && object) return { ...object, __typename: loader.type };
      }
      return null;
    },
  }),
);
