import { GraphQLError, type GraphQLScalarLiteralParser, Kind, valueFromASTUntyped } from 'graphql';
import { builder } from './builder.ts';

const reject = (scalar: string, expected: string, value: unknown): never => {
  throw new GraphQLError(`${scalar} is ${expected}; got ${JSON.stringify(value)?.slice(0, 60)}.`);
};

const day = (value: unknown): string => {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);
  // 30 February would roll over into March.
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  return isDay ? text : reject('Date', 'a day such as 2010-12-01', value);
};

/** A day that is asked for: the one before it and the one after it are days too, wherever the business is. */
const askedDay = (value: unknown): string => {
  const text = day(value);
  return text >= '1900' && text < '9999' ? text : reject('Date', 'a day of the years 1900 to 9998', value);
};

const instant = (value: unknown): Date => {
  const date = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? reject('DateTime', 'an instant such as 2010-12-01T08:26:00Z', value) : date;
};

const whole = (value: unknown): number => {
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : reject('BigInt', 'a whole number of at most 2^53 − 1', value);
};

const decimal = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(text)
    ? text
    : reject('Decimal', "a decimal number as a text, such as '2.55'", value);
};

const quantity = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : reject('Quantity', 'a number', value);

const cursor = (value: unknown): string =>
  typeof value === 'string' && value.length <= 200 ? value : reject('Cursor', 'a text that this API gave', value);

/** Literals in a document mean the same as the JSON value of a variable. */
const literal =
  <T>(parse: (value: unknown) => T): GraphQLScalarLiteralParser<T> =>
  (node, variables) =>
    parse(
      node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : valueFromASTUntyped(node, variables),
    );

builder.scalarType('BigInt', {
  description: 'A whole number beyond 32 bits, as a JSON number: minor units, positions.',
  serialize: whole,
  parseValue: whole,
  parseLiteral: literal(whole),
});
builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601, UTC.',
  serialize: (value) => instant(value).toISOString(),
  parseValue: instant,
  parseLiteral: literal(instant),
});
builder.scalarType('Date', {
  description: "A day of the business's calendar, e.g. 2010-12-01.",
  serialize: day,
  parseValue: askedDay,
  parseLiteral: literal(askedDay),
});
builder.scalarType('Decimal', {
  description: 'A decimal number as a text: 2.55.',
  serialize: String,
  parseValue: decimal,
  parseLiteral: literal(decimal),
});
builder.scalarType('Quantity', {
  description: 'Any JSON number; the domain says which quantities are sensible.',
  serialize: (value) => value,
  parseValue: quantity,
  parseLiteral: literal(quantity),
});
builder.scalarType('JSON', {
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
});
builder.scalarType('Cursor', {
  description: 'Where a subscriber is in the stream of changes. Opaque: keep the last one, send it as `after`.',
  serialize: String,
  parseValue: cursor,
  parseLiteral: literal(cursor),
});
