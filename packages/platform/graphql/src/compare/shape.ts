import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** What is compared of an object: its fields' own values, its parts', and those of the members of its lists. */
export interface Shape {
  readonly [field: string]: 'value' | { readonly kind: 'part' | 'list'; readonly of: Shape };
}

/** Stories and advice are no state. */
const NO_STATE = new Set(['HistoryEvent', 'AvailableAction', 'Comparison']);
/** Objects that people read as one value. */
const VALUES = new Set(['Money']);
const DEEPEST = 4;

const partOf = (type: GraphQLOutputType, depth: number): Shape[string] | undefined => {
  const bare = getNullableType(type);
  const list = isListType(bare);
  const of = list ? getNullableType(bare.ofType as GraphQLOutputType) : bare;
  if (isLeafType(of)) return 'value';
  if (!isObjectType(of) || NO_STATE.has(of.name) || of.name.endsWith('Connection')) return undefined;
  if (!list && VALUES.has(of.name)) return 'value';
  // Another object that it names is that one's own affair; those in a list of its own belong to it.
  if (!list && of.getInterfaces().some(({ name }) => name === 'Node')) return undefined;
  return depth >= DEEPEST ? undefined : { kind: list ? 'list' : 'part', of: shapeOf(of, depth + 1) };
};

/** Everything that the API says of an object of this type by itself. Pure. */
export const shapeOf = (type: GraphQLObjectType, depth = 1): Shape => {
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  return Object.fromEntries(
    fields.flatMap(({ name, type: of }) => {
      const part = partOf(of, depth);
      return part ? [[name, part]] : [];
    }),
  );
};

/** The selection set that asks for it; `value` says which fields of it are objects. */
export const selectionOf = (type: GraphQLObjectType, shape: Shape): string => {
  const fields = type.getFields();
  const selected = Object.entries(shape).map(([name, part]) => {
    const of = namedObject(fields[name]?.type);
    if (!of) return name;
    return `${name} ${part === 'value' ? `{ ${Object.keys(of.getFields()).join(' ')} }` : selectionOf(of, part.of)}`;
  });
  return `{ ${selected.join(' ')} }`;
};

const namedObject = (type: GraphQLOutputType | undefined): GraphQLObjectType | undefined => {
  if (!type) return undefined;
  const bare = getNullableType(type);
  const of = isListType(bare) ? getNullableType(bare.ofType as GraphQLOutputType) : bare;
  return isObjectType(of) ? of : undefined;
};
