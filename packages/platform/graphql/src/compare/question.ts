import { execute, type GraphQLSchema, isObjectType, parse } from 'graphql';
import type { GraphContext } from '../context.ts';
import { type Shape, selectionOf, shapeOf } from './shape.ts';

/** How an object that can be compared is asked for. */
export interface Comparable<Row> {
  readonly type: string;
  /** The query that answers with it as of a moment, and the argument that names it. */
  readonly query: string;
  readonly argument: 'id' | 'orderId';
  readonly idOf: (row: Row) => string;
  /** Its own stream first: the one whose versions are meant. */
  readonly streams: (row: Row) => readonly [string, ...string[]];
}

export interface Question {
  readonly document: ReturnType<typeof parse>;
  readonly shape: Shape;
}
const questions = new WeakMap<GraphQLSchema, Map<string, Question>>();

/** The document that asks for an object at two moments. Made once. */
export const questionOf = (schema: GraphQLSchema, { type, query, argument }: Comparable<never>): Question => {
  const asked = questions.get(schema) ?? new Map<string, Question>();
  questions.set(schema, asked);
  const known = asked.get(type);
  if (known) return known;
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`There is no type ${type} to compare.`);
  const shape = shapeOf(object);
  const selection = selectionOf(object, shape);
  const question = {
    shape,
    document: parse(`query ($id: ID!, $a: AsOf, $b: AsOf) {
      a: ${query}(${argument}: $id, asOf: $a) ${selection}
      b: ${query}(${argument}: $id, asOf: $b) ${selection}
    }`),
  };
  asked.set(type, question);
  return question;
};

/** What one field of the schema answers, asked by another. */
export const answerOf = async (
  schema: GraphQLSchema,
  { document }: Question,
  variables: object,
  context: GraphContext,
) => {
  const { data, errors } = await execute({
    schema,
    document,
    variableValues: { ...variables },
    contextValue: context,
  });
  if (errors?.[0]) throw errors[0];
  return data;
};
