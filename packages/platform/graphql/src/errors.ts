import type { AnyRefusalDefinition, Refusal, RefusalField } from '@waybill/kernel';
import { builder } from './builder.ts';

export const ErrorInterface = builder.interfaceRef<Refusal>('Error').implement({
  description: 'A refusal as a value: what is wrong, and what to do next.',
  fields: (t) => ({
    code: t.exposeString('code', { description: "Names the kind of refusal; the same as the type's name." }),
    message: t.exposeString('message', {
      description: 'One or two sentences for people: what is wrong, then what to do next.',
    }),
    path: t.stringList({
      description: 'The field of the input it is about; empty where it is about the whole.',
      resolve: ({ details }) => pathOf(details.path),
    }),
  }),
});

const pathOf = (path: unknown): string[] => {
  if (typeof path === 'string') return path.split('.').filter(Boolean);
  return Array.isArray(path) ? path.map(String) : [];
};

const SCALARS = { String: 'String', Int: 'Int', BigInt: 'BigInt', Boolean: 'Boolean' } as const;
/** An id in an error has the type of the ids in payloads, so that both can be selected side by side. */
const scalarOf = (name: string, kind: keyof typeof SCALARS) =>
  kind === 'String' && name.endsWith('Id') ? 'ID' : SCALARS[kind];

const createErrorType = ({ code, fields }: AnyRefusalDefinition) =>
  builder.objectRef<Refusal>(code).implement({
    interfaces: [ErrorInterface],
    fields: (t) => {
      const detail = (name: string, kind: RefusalField) =>
        kind === 'StringList'
          ? t.stringList({ resolve: ({ details }) => (details[name] ?? []) as string[] })
          : t.field({ type: scalarOf(name, kind), resolve: ({ details }) => details[name] as never });
      const own = Object.entries(fields).filter(([name]) => name !== 'path');
      return Object.fromEntries(own.map(([name, kind]) => [name, detail(name, kind)]));
    },
  });

type ErrorType = ReturnType<typeof createErrorType>;
const known = new Map<string, { readonly definition: AnyRefusalDefinition; readonly type: ErrorType }>();

/** The object type of a refusal: `code`, `message`, `path`, and the fields of its definition. One per code. */
export const errorType = (definition: AnyRefusalDefinition): ErrorType => {
  const existing = known.get(definition.code);
  if (!existing) {
    const type = createErrorType(definition);
    known.set(definition.code, { definition, type });
    return type;
  }
  if (JSON.stringify(existing.definition.fields) !== JSON.stringify(definition.fields))
    throw new Error(`Two refusals are called ${definition.code}, with different fields: rename one of them.`);
  return existing.type;
};

/** Where a mutation did not foresee a refusal: still a value, with its details as JSON. */
export const RefusedRef = builder.objectRef<Refusal>('Refused').implement({
  description: 'A refusal this mutation has no type of its own for.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    details: t.field({
      type: 'JSON',
      description: "The refusal's own details, by name.",
      resolve: ({ details }) => details,
    }),
  }),
});
