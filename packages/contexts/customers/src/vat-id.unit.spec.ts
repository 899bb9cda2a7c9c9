import { expect, it } from 'vitest';
import { isVatId, vatIdFrom } from './vat-id.ts';

it('is written without spaces, in capitals', () => {
  expect(vatIdFrom(' gb 123 4567 89 ')).toBe('GB123456789');
  expect([vatIdFrom('  '), vatIdFrom(null), vatIdFrom(undefined)]).toEqual([null, null, null]);
});

it.each(['GB123456789', 'GBGD001', 'XI123456789', 'DE123456789', 'ATU12345678', 'EL123456789', 'NL123456789B01'])(
  'can be %s',
  (vatId) => expect(isVatId(vatId)).toBe(true),
);
it.each(['123456789', 'GB', 'G1234', 'GB1', 'GB-123', 'GB1234567890123', 'DE12345678É'])('cannot be %s', (vatId) =>
  expect(isVatId(vatId)).toBe(false),
);
