import { PERMISSIONS } from '@waybill/graphql';
import { expect, it } from 'vitest';
import { permissionsOf } from './permissions-of.ts';

const asked = (headers: Record<string, string>) => [...permissionsOf(new Request('http://localhost', { headers }))];

it('gives the local operator everything', () => expect(asked({})).toEqual([...PERMISSIONS]));

it('gives no more than the header names, and only what there is', () => {
  expect(asked({ 'x-waybill-permissions': '' })).toEqual([]);
  expect(asked({ 'x-waybill-permissions': 'everything, company:change' })).toEqual(['company:change']);
});
