import { createModules } from '@waybill/modules';
import { isInterfaceType, isObjectType } from 'graphql';
import pg from 'pg';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

/** Answers to processes and to the intake, and advice beside a button: no command of a person can end in them. */
const NOT_FOR_PEOPLE = [
  'AllocationNotAllowed',
  'BillingStopped',
  'CancellationNotRequested',
  'CompanyNotFilledIn',
  'InvoiceCurrencyMismatch',
  'MalformedRow',
  'NothingToCollect',
  'NothingToPark',
  'OrderNotCompletable',
  'OrderNotConfirmable',
  'OrderNotExpirable',
];

it('every refusal a person can meet has a type of its own', () => {
  const modules = createModules({ pool: new pg.Pool({ max: 0 }) });
  const codes = modules.flatMap(({ refusals }) => refusals.map(({ code }) => code));
  const untyped = codes.filter((code) => !isObjectType(schema.getType(code)) && !NOT_FOR_PEOPLE.includes(code));
  expect(untyped).toEqual([]);
});

it('every answer to a command that is no payload is an error with a code and a message', () => {
  const error = schema.getType('Error');
  if (!isInterfaceType(error)) throw new Error('There is no interface Error');
  const types = schema.getPossibleTypes(error).map(({ name }) => name);
  expect(types).toEqual(expect.arrayContaining(['InvalidInput', 'VersionConflict', 'IdempotencyConflict', 'Refused']));
});
