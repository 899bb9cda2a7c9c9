import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { billedOrder, opened } from '../testing/billed-order.ts';
import { orderBillingCommands as commands } from './commands.ts';
import type { OrderBillingEvent } from './events.ts';
import { OrderBilling } from './order-billing.ts';

const billing = specOf(OrderBilling, expect);
const agreed: OrderBillingEvent = {
  type: 'InvoiceAgreed',
  data: {
    invoiceId: 'i-1',
    number: 'INV-2026-000001',
    deliveryId: null,
    lines: [
      { lineId: 'l-1', quantity: 6 },
      { lineId: 'l-2', quantity: 6 },
    ],
  },
};
const stopped: OrderBillingEvent = { type: 'BillingStopped', data: { reason: 'changed their mind' } };
const stop = { orderId: 'o-1', reason: 'changed their mind' };

describe('opening the billing of an order', () => {
  it('keeps a copy of it, once', () => {
    billing
      .given()
      .when(commands.OpenBilling, { orderId: 'o-1', ...billedOrder })
      .then(opened);
    billing
      .given(opened)
      .when(commands.OpenBilling, { orderId: 'o-1', ...billedOrder })
      .thenNothing();
  });

  it('changes nothing where it was stopped first', () => {
    const { state } = billing.given(stopped, opened);
    expect(state).toMatchObject({ stopped: true, invoices: [] });
  });
});

describe('stopping the billing of an order', () => {
  it('is recorded once, opened or not', () => {
    billing.given(opened).when(commands.StopBilling, stop).then(stopped);
    billing.given().when(commands.StopBilling, stop).then(stopped);
    billing.given(opened, stopped).when(commands.StopBilling, stop).thenNothing();
  });

  it('comes too late once there is an invoice, and says what to do', () => {
    billing
      .given(opened, agreed)
      .when(commands.StopBilling, stop)
      .then({
        type: 'BillingStopRefused',
        data: {
          code: 'ALREADY_INVOICED',
          message: 'Invoice INV-2026-000001 was issued before billing was stopped: correct it by a credit note.',
          invoiceId: 'i-1',
          number: 'INV-2026-000001',
        },
      });
  });
});
