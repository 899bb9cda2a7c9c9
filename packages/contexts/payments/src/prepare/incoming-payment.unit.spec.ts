import { derivedId } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import { prepareIncomingPayment } from './incoming-payment.ts';

const orders = new Map([
  ['o-1', 'o-1'],
  ['ORD-2026-000001', 'o-1'],
]);
const prepare = prepareIncomingPayment({
  find: async (name) => {
    const orderId = orders.get(name);
    return orderId === undefined ? undefined : { orderId };
  },
});
const arrived = { channel: 'bank', reference: ' TRX-1 ', amount: 5, currency: 'GBP' };

describe('completing a payment', () => {
  it.each([
    [{ orderId: 'o-1' }, 'o-1', 'o-1'],
    [{ orderReference: 'ORD-2026-000001' }, 'o-1', 'ORD-2026-000001'],
    [{ orderReference: 'thanks! ord-2026-000001.' }, 'o-1', 'thanks! ord-2026-000001.'],
    [{ orderReference: 'for the lamps' }, null, 'for the lamps'],
    [{ orderId: 'o-9' }, null, 'o-9'],
    [{ orderId: 'o-9', orderReference: 'ORD-2026-000001' }, 'o-1', 'ORD-2026-000001'],
    [{}, null, null],
  ])('finds the order named by %o', async (named, orderId, orderReference) => {
    expect(await prepare({ ...arrived, ...named })).toEqual({
      kind: 'prepared',
      data: {
        ...arrived,
        paymentId: derivedId('payment', 'bank', 'TRX-1'),
        orderId,
        orderReference,
        reference: 'TRX-1',
        method: 'BANK_TRANSFER',
      },
    });
  });

  it('leaves what is missing for the schema to refuse', async () => {
    expect(await prepare({ amount: 5 })).toMatchObject({ kind: 'prepared', data: { channel: '', reference: '' } });
  });
});
