import { GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { builder } from './builder.ts';
import './index.ts';

builder.queryType({});
builder.mutationType({});
builder.subscriptionType({});
const schema = builder.toSchema();
const scalar = (name: string): GraphQLScalarType => {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLScalarType)) throw new Error(`${name} is no scalar`);
  return type;
};

describe('scalars', () => {
  it('a quantity is any number: the domain says which are sensible', () => {
    for (const quantity of [0, -1, 1.5, 1e9]) expect(scalar('Quantity').parseValue(quantity)).toBe(quantity);
    expect(() => scalar('Quantity').parseValue('6')).toThrow(/Quantity is a number/);
    expect(() => scalar('Quantity').parseValue(Number.NaN)).toThrow();
  });

  it('a big integer stays exact, or is refused', () => {
    expect(scalar('BigInt').serialize(5_896_079n)).toBe(5_896_079);
    expect(scalar('BigInt').parseValue(2 ** 40)).toBe(2 ** 40);
    for (const value of [1.5, 2 ** 53, '12', null])
      expect(() => scalar('BigInt').parseValue(value)).toThrow(/BigInt is/);
  });

  it('a day is a day of the calendar', () => {
    expect(scalar('Date').parseValue('2010-12-01')).toBe('2010-12-01');
    expect(scalar('Date').serialize(new Date('2010-12-01T00:00:00Z'))).toBe('2010-12-01');
    for (const value of ['2010-13-01', '2010-02-30', 'yesterday', '0000-01-01', '1899-12-31', '9999-12-31'])
      expect(() => scalar('Date').parseValue(value)).toThrow(/Date is/);
  });

  it('an instant is an instant', () => {
    expect(scalar('DateTime').parseValue('2010-12-01T08:26:00Z')).toEqual(new Date('2010-12-01T08:26:00Z'));
    for (const value of ['soon', 12, null]) expect(() => scalar('DateTime').parseValue(value)).toThrow(/DateTime is/);
  });

  it('a decimal is a text, so that nothing is rounded on the way', () => {
    expect(scalar('Decimal').parseValue('2.55')).toBe('2.55');
    for (const value of ['2,55', '1e3', '', '£2'])
      expect(() => scalar('Decimal').parseValue(value)).toThrow(/Decimal is/);
  });
});
