import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  Kind,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from '../context.ts';

/** The variables that what is selected of a message depends on; those of the subscription's own arguments only choose messages. */
const variablesOfPayload = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, collect);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const root of definition.selectionSet.selections) {
      if (root.kind !== Kind.FIELD) visit(root, collect);
      else if (root.selectionSet) visit(root.selectionSet, collect);
      for (const directive of root.directives ?? []) visit(directive, collect);
    }
  }
  return [...names];
};

interface Known {
  readonly id: number;
  readonly variables: readonly string[];
}

/** What two subscribers must have in common to be sent the same: the document, what it depends on, and their rights. */
const createKeys = () => {
  // Yoga parses a text once, so equal texts are one document.
  const documents = new WeakMap<DocumentNode, Known>();
  let next = 0;
  return ({ document, operationName, variableValues, contextValue }: ExecutionArgs): string => {
    let known = documents.get(document);
    if (!known) {
      known = { id: next++, variables: variablesOfPayload(document) };
      documents.set(document, known);
    }
    const values = known.variables.map((name) => variableValues?.[name]);
    return JSON.stringify([known.id, operationName ?? null, values, (contextValue as GraphContext).rights]);
  };
};

const isSubscription = ({ document, operationName }: ExecutionArgs): boolean =>
  getOperationAST(document, operationName)?.operation === 'subscription';

async function* mapped<T extends object, R>(source: AsyncIterable<T>, map: (value: T) => Promise<R>) {
  for await (const value of source) yield await map(value);
}

/**
 * A message that goes to many is executed once for all who asked for the same: the same document, the same variables as
 * far as the answer depends on them, the same rights. What is handed out is one object, so it can be written out once too.
 */
export const sharedExecutionPlugin = (): Plugin<GraphContext> => {
  const keyOf = createKeys();
  const done = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();

  const subscribe = async (args: ExecutionArgs) => {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;
    const key = keyOf(args);
    return mapped(source as AsyncIterable<object>, (message) => {
      const known = done.get(message) ?? new Map<string, Promise<ExecutionResult>>();
      done.set(message, known);
      const first = known.get(key);
      if (first) return first;
      const result = Promise.resolve(execute({ ...args, rootValue: message }));
      known.set(key, result);
      return result;
    });
  };

  return {
    onSubscribe({ args, setSubscribeFn }) {
      if (isSubscription(args as ExecutionArgs)) setSubscribeFn(subscribe as Parameters<typeof setSubscribeFn>[0]);
    },
  };
};
