import { expect, it } from 'vitest';
import { fitOf } from './fit.ts';
import type { OpenCancellation, Purchase } from './state.ts';

const purchase: Purchase = {
  orderId: 'o-1',
  externalOrderId: '1',
  currency: 'GBP',
  happenedAt: '2026-01-05T09:00:00.000Z',
  lines: [
    { lineId: 'L1', kind: 'GOODS', sku: 'HEART', quantity: 6, unitPrice: '2.55' },
    { lineId: 'L2', kind: 'GOODS', sku: 'MUG', quantity: 2, unitPrice: '4' },
  ],
  returned: { L1: 2 },
  credited: 510,
};
const line = (sku: string, quantity: number, unitPrice: string) =>
  ({ lineId: sku, kind: 'GOODS', sku, description: null, quantity, unitPrice }) as const;
const cancellation = (lines: OpenCancellation['lines'], over: Partial<OpenCancellation> = {}): OpenCancellation => ({
  intakeId: 'i-1',
  messageId: 'C1',
  currency: 'GBP',
  happenedAt: '2026-01-06T09:00:00.000Z',
  lines,
  ...over,
});

it('counts what can still come back, and what of it cost the same', () => {
  const fit = fitOf(purchase, cancellation([line('HEART', 5, '2.550'), line('MUG', 1, '3.50')]));
  expect(fit).toEqual({ wanted: 6, found: 5, samePrice: 4, boughtBefore: true });
});

it('says where the order came later, and finds nothing in another currency', () => {
  const early = cancellation([line('HEART', 1, '2.55')], { happenedAt: '2026-01-04T09:00:00.000Z' });
  expect(fitOf(purchase, early)).toEqual({ wanted: 1, found: 1, samePrice: 1, boughtBefore: false });
  const other = cancellation([line('HEART', 1, '2.55')], { currency: 'EUR' });
  expect(fitOf(purchase, other)).toEqual({ wanted: 1, found: 0, samePrice: 0, boughtBefore: true });
});
