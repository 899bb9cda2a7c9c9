import fc from 'fast-check';

interface TypeRef {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: TypeRef | null;
}
interface Field {
  readonly name: string;
  readonly type: TypeRef;
  readonly args: readonly Argument[];
}
interface Argument {
  readonly name: string;
  readonly type: TypeRef;
}
interface Type {
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly Field[] | null;
  readonly inputFields: readonly Argument[] | null;
  readonly enumValues: readonly { readonly name: string }[] | null;
}

const REF = 'kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
export const INTROSPECTION = `{ __schema { types { kind name
  fields { name type { ${REF} } args { name type { ${REF} } } }
  inputFields { name type { ${REF} } } enumValues { name } } } }`;

const half = fc.constantFrom('\ud800', '\udfff', 'a\ud83d', '\u0000', 'x\u0000y');
/** Texts that have broken things before. */
export const CLASSICS = [
  '',
  ' ',
  '\t\r\n',
  "'; drop table es.events; --",
  '" or 1=1 --',
  '%_\\',
  '#{7*7}',
  '{{constructor}}',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '😀👨‍👩‍👧‍👦',
  '\u202eمرحبا\u2066',
  'Ω'.repeat(300),
  '\uffff\ufdd0',
  '0',
  '-1',
  'null',
  '1e999',
  'NaN',
  '2010-13-45',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '-000044-03-15T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  '9999999.999999',
  '99999999999999999999.99',
  'ORD-2026-000001',
] as const;
/** Texts of no pattern, too long for an index, and longer. */
const long = fc.integer({ min: 300, max: 20_000 }).chain((length) =>
  fc.integer().map((seed) => {
    let state = seed | 1;
    return Array.from({ length }, () => {
      state = Math.imul(state, 1_103_515_245) + 12_345;
      return String.fromCharCode(33 + ((state >>> 16) % 94));
    }).join('');
  }),
);
const text: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CLASSICS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: half },
  { weight: 1, arbitrary: long },
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }) },
);
const number: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(0, -1, 1, 1.5, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 1e21, 1e308, 5e-324),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, [], {}, [[]], { a: { b: {} } }, [null]),
  fc.anything({ maxDepth: 3, withNullPrototype: false }).map((value) => JSON.parse(JSON.stringify(value) ?? 'null')),
);
/** What a text could be that is often right, so that dirt gets as far as the tables. */
const PLAUSIBLE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: fc.integer({ min: 0, max: 100 }),
  BigInt: fc.constantFrom(1, 306, 500, 2 ** 53 - 1, 100_000_000_000_000),
  Quantity: fc.integer({ min: 1, max: 1_000_000 }),
  Decimal: fc.constantFrom('2.55', '0', '20', '9999999.999999', '0.000001', '100', '17.5'),
  DateTime: fc.constantFrom('2026-01-05T09:00:00Z', '1900-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'),
  Date: fc.constantFrom('2026-01-05', '0001-01-01', '9999-12-31', '1582-10-10'),
  Boolean: fc.boolean(),
};

/** Reads the API's own schema, so that nothing new is forgotten. */
export const createDirt = (types: readonly Type[], known: Readonly<Record<string, readonly string[]>>) => {
  const byName = new Map(types.map((type) => [type.name, type]));
  const named = (ref: TypeRef): TypeRef => (ref.ofType ? named(ref.ofType) : ref);

  /** Given now and then only: a stale version or a used id hides everything else. */
  const RARE: ReadonlySet<string> = new Set(['commandId', 'expectedVersion', 'orderId of PlaceOrderInput']);
  const sometimes = (name: string, of: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    RARE.has(name) || RARE.has(`${name} of ${of}`)
      ? fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
      : value;

  const scalar = (name: string, field: string): fc.Arbitrary<unknown> => {
    const ids = known[field] ?? [];
    const plausible = PLAUSIBLE[name];
    return fc.oneof(
      ...(ids.length > 0 ? [{ weight: 60, arbitrary: fc.constantFrom<unknown>(...ids) }] : []),
      ...(plausible ? [{ weight: 40, arbitrary: plausible }] : []),
      { weight: 3, arbitrary: name === 'Int' || name === 'BigInt' || name === 'Quantity' ? number : text },
      { weight: 1, arbitrary: fc.oneof(text, number, wrong) },
    );
  };
  const inputOf = (ref: TypeRef, field: string, depth: number): fc.Arbitrary<unknown> => {
    if (ref.kind === 'NON_NULL' && ref.ofType) return inputOf(ref.ofType, field, depth);
    if (ref.kind === 'LIST' && ref.ofType)
      return fc.array(inputOf(ref.ofType, field, depth + 1), { minLength: 0, maxLength: 3 });
    const type = byName.get(ref.name ?? '');
    if (type?.kind === 'ENUM') {
      const names = (type.enumValues ?? []).map(({ name }) => name);
      return fc.oneof({ weight: 30, arbitrary: fc.constantFrom<unknown>(...names) }, { weight: 1, arbitrary: wrong });
    }
    if (type?.inputFields && depth < 5) {
      const all = Object.fromEntries(
        type.inputFields.map((input) => [
          input.name,
          sometimes(input.name, type.name, inputOf(input.type, input.name, depth + 1)),
        ]),
      );
      const required = type.inputFields.filter((input) => input.type.kind === 'NON_NULL').map(({ name }) => name);
      return fc.oneof(
        { weight: 60, arbitrary: fc.record(all, { requiredKeys: required }) },
        { weight: 1, arbitrary: wrong },
      );
    }
    return scalar(ref.name ?? '', field);
  };

  const selectionOf = (ref: TypeRef, depth: number): string => {
    const type = byName.get(named(ref).name ?? '');
    if (!type || type.kind === 'SCALAR' || type.kind === 'ENUM') return '';
    const errors = type.kind === 'UNION' ? ' ... on Error { code message path }' : '';
    const inner = (type.fields ?? [])
      .filter(({ args }) => args.every((argument) => argument.type.kind !== 'NON_NULL'))
      .map((field) => {
        const isLeaf = ['SCALAR', 'ENUM'].includes(named(field.type).kind);
        if (isLeaf) return field.name;
        return depth > 0 ? `${field.name}${selectionOf(field.type, depth - 1)}` : '';
      })
      .filter(Boolean);
    return ` { __typename${errors} ${inner.join(' ')} }`;
  };
  const typed = (ref: TypeRef): string => {
    if (ref.kind === 'NON_NULL' && ref.ofType) return `${typed(ref.ofType)}!`;
    if (ref.kind === 'LIST' && ref.ofType) return `[${typed(ref.ofType)}]`;
    return ref.name ?? '';
  };

  /** One operation on each field of a root type, with arguments of all kinds. */
  const operations = (root: 'Query' | 'Mutation') =>
    (byName.get(root)?.fields ?? []).map((field) => {
      const declared = field.args.map(({ name, type }) => `$${name}: ${typed(type)}`).join(', ');
      const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const head = declared ? `(${declared})` : '';
      const query = `${root.toLowerCase()} ${head} { ${field.name}${given ? `(${given})` : ''}${selectionOf(field.type, 2)} }`;
      const required = field.args.filter(({ type }) => type.kind === 'NON_NULL').map(({ name }) => name);
      const all = Object.fromEntries(field.args.map(({ name, type }) => [name, inputOf(type, name, 0)]));
      return { name: field.name, query, variables: fc.record(all, { requiredKeys: required }) };
    });
  return { operations };
};

/** Documents that no client would send by mistake. */
export const documents = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    '{',
    '{ __typename '.repeat(500),
    `{ ${'orders { nodes { customer '.repeat(40)} ${'} } }'.repeat(40)}`,
    `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
    'fragment A on Query { ...B } fragment B on Query { ...A } { ...A }',
    `{ orders(first: 99999999999999999999) { totalCount } }`,
    `{ orders(search: "${'\\u0000'}") { totalCount } }`,
    `{ ${'@skip(if: true) '.repeat(100)} __typename }`,
    'query ($a: Nonsense!) { __typename }',
    'subscription { changes(after: "nonsense") { __typename } }',
    'mutation { placeOrder { __typename } }',
    '{ node(id: "\\ud83d") { id } }',
  ),
);
/** Bodies that are no request at all. */
export const bodies: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
  fc.constantFrom(
    'null',
    '[]',
    '{}',
    '{"query":null}',
    '{"query":{"a":1}}',
    '{"query":"{ __typename }","variables":[]}',
    '{"query":"{ __typename }","variables":"x"}',
    '{"query":"{ __typename }","operationName":{"a":1}}',
    '{"query":"{ __typename }","extensions":7}',
    `{"query":"{ __typename }","variables":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    `{"query":"{ __typename }","variables":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    '{"query":"{ __typename }","__proto__":{"a":1}}',
    '[{"query":"{ __typename }"},{"query":"{ __typename }"}]',
  ),
);
