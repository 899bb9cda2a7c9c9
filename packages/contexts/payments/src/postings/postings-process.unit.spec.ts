import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { accountIdOf } from '../account/account-id.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { postingsProcess } from './postings-process.ts';

type Heard = Parameters<typeof postingsProcess.react>[1];
const money = { amount: 1_200, currency: 'GBP' };
const [world, suspense, ana] = [
  accountIdOf('WORLD', 'GBP'),
  accountIdOf('SUSPENSE', 'GBP'),
  accountIdOf('CUSTOMER', 'GBP', 'ana'),
];
const payment = { paymentId: 'p-1', channel: 'bank', reference: 'TRX-1', method: 'CARD', ...money };

/** An event as it was recorded; the data that postings do not look at is left out. */
const event = (type: string, data: object, over: object = {}): Heard =>
  recorded('o-1', { type, data }, { category: 'orderPayment', ...over }) as unknown as Heard;
const placed = event('OrderPlaced', { customerId: 'ana' }, { category: 'order' });

const run = (...events: Heard[]) => {
  let state: Ledger = emptyLedger;
  const sent: { type: string; data: Readonly<Record<string, unknown>> }[] = [];
  const timers: unknown[] = [];
  for (const heard of events) {
    const reaction = postingsProcess.react(state, heard);
    state = reaction.state as Ledger;
    sent.push(...(reaction.commands ?? []));
    timers.push(...(reaction.timers ?? []));
  }
  return { state, sent, timers };
};
/** What was moved, as 'from → to amount'. */
const moved = (...events: Heard[]): string[] =>
  run(...events).sent.map(({ type, data }) =>
    type === 'CreateMoneyTransfer'
      ? `${data.fromAccountId} → ${data.toAccountId} ${data.amount}${data.checked ? ' checked' : ''}`
      : `${type} ${data.refundId}`,
  );
const ended = (type: string, kind: string, id: string, over: object = {}) =>
  event(type, { origin: { kind, id, orderId: 'o-1', paymentId: null }, ...over }, { category: 'moneyTransfer', id });

describe('a payment', () => {
  it('goes from the world to the customer, under an id that the payment gives it', () => {
    const [one, again] = [
      run(placed, event('IncomingPaymentRecorded', payment)),
      run(placed, event('IncomingPaymentRecorded', payment)),
    ];
    expect(one.sent).toEqual([
      {
        type: 'CreateMoneyTransfer',
        data: {
          ...{ transferId: one.sent[0]?.data.transferId, fromAccountId: world, toAccountId: ana, ...money },
          ...{ text: 'Payment TRX-1', checked: false },
          origin: { kind: 'PAYMENT', id: 'p-1', orderId: 'o-1', paymentId: null },
        },
      },
    ]);
    expect(again.sent).toEqual(one.sent);
  });
  it('waits in suspense until the customer is known', () => {
    expect(moved(event('IncomingPaymentRecorded', payment), placed, placed)).toEqual([
      `${world} → ${suspense} 1200`,
      `${suspense} → ${ana} 1200`,
    ]);
  });
  it('for no known order stays in suspense, and is kept or bounces from there', () => {
    const of = { category: 'paymentReference', id: 'p-1' };
    const lost = event('PaymentUnallocated', { ...payment, reason: 'UNKNOWN_ORDER', orderReference: null }, of);
    const kept = event(
      'PaymentKeptAsCredit',
      { paymentId: 'p-1', customerId: 'ana', reason: 'UNKNOWN_ORDER', ...money },
      of,
    );
    const failed = event('PaymentFailed', { paymentId: 'p-1', reason: 'returned', waiting: [], ...money }, of);
    expect(moved(lost, kept, failed)).toEqual([
      `${world} → ${suspense} 1200`,
      `${suspense} → ${ana} 1200`,
      `${suspense} → ${world} 1200`,
      `${ana} → ${suspense} 1200`,
    ]);
  });
  it('that bounces leaves nothing with the customer whom a part of it was kept for, and takes it back once', () => {
    const kept = event('PaymentKeptAsCredit', { paymentId: 'p-1', customerId: 'ben', reason: 'TOO_MUCH', ...money });
    const failed = event('PaymentFailed', { paymentId: 'p-1', reason: 'returned', waiting: [], ...money });
    const other = event('PaymentFailed', { paymentId: 'p-2', reason: 'returned', waiting: [], ...money });
    const ben = 'CUSTOMER:ben:GBP';
    expect(moved(placed, kept, kept, other, failed)).toEqual([
      `${ana} → ${ben} 1200`,
      `${ana} → ${ben} 1200`,
      `${ana} → ${world} 1200`,
      `${ana} → ${world} 1200`,
      `${ben} → ${ana} 1200`,
    ]);
    // The same transfers, if it is heard again.
    expect(moved(placed, kept, failed).length).toBe(3);
  });
  it('that is too much moves nothing more', () => {
    expect(
      moved(placed, event('PaymentUnallocated', { ...payment, reason: 'TOO_MUCH', orderReference: null })),
    ).toEqual([]);
  });
  it('is matched from customer to customer by way of suspense', () => {
    expect(moved(placed, event('PaymentMatched', { paymentId: 'p-1', orderId: 'o-2', ...money }))).toEqual([
      `${ana} → ${suspense} 1200`,
    ]);
    expect(moved(placed, event('MatchedPaymentAdded', payment))).toEqual([`${suspense} → ${ana} 1200`]);
  });
});

const taxes = [
  { taxCode: 'STANDARD', taxRate: '20', net: 900, tax: 180 },
  { taxCode: 'ZERO', taxRate: '0', net: 120, tax: 0 },
];
const document = { orderId: 'o-1', customerId: 'ana', number: 'N-1', currency: 'GBP', net: 1_020, taxes };

it('an invoice goes to revenue and, by rate, to tax; a credit note back', () => {
  const invoice = event('InvoiceIssued', document, { category: 'invoice', id: 'i-1' });
  const credit = event('CreditNoteIssued', { ...document, creditNoteId: 'c-1' }, { category: 'invoice', id: 'i-1' });
  expect(moved(invoice, credit)).toEqual([
    `${ana} → REVENUE:GBP 1020`,
    `${ana} → TAX:GBP 180`,
    `REVENUE:GBP → ${ana} 1020`,
    `TAX:GBP → ${ana} 180`,
  ]);
  expect(new Set(run(invoice, invoice, credit).sent.map(({ data }) => data.transferId)).size).toBe(4);
});

it('what is written off is a loss, until it is paid after all', () => {
  const off = { orderId: 'o-1', customerId: 'ana', ...money };
  expect(moved(event('InvoiceWrittenOff', off), event('InvoiceWriteOffReversed', off))).toEqual([
    `BAD_DEBT:GBP → ${ana} 1200`,
    `${ana} → BAD_DEBT:GBP 1200`,
  ]);
});

describe('a refund', () => {
  const refund = event('RefundRequested', { refundId: 'r-1', reason: 'returned', ...money });
  const out = event('RefundCompleted', { refundId: 'r-1', ...money });
  const failed = event('RefundFailed', { refundId: 'r-1', reason: 'no such account', taken: [], ...money });
  it('is paid from the customer’s account, checked, and completed', () => {
    expect(moved(placed, refund)).toEqual([`${ana} → ${world} 1200 checked`]);
    const all = [placed, refund, ended('MoneyTransferCompleted', 'REFUND', 'r-1')];
    expect(moved(...all)).toContain('CompleteRefund r-1');
    expect(postingsProcess.waiting(run(placed, refund).state)).toEqual(['refund']);
    expect(postingsProcess.waiting(run(...all).state)).toEqual(['refund']);
    expect(run(...all, out).state.refunds).toEqual([]);
    expect(moved(...all, out)).toEqual(moved(...all));
  });
  describe('that a person settles', () => {
    const no = ended('MoneyTransferFailed', 'REFUND', 'r-1', { reason: 'INSUFFICIENT_FUNDS' });
    const yes = ended('MoneyTransferCompleted', 'REFUND', 'r-1');
    const [paid, unchecked, back] = [
      `${ana} → ${world} 1200 checked`,
      `${ana} → ${world} 1200`,
      `${world} → ${ana} 1200`,
    ];
    it.each([
      ['as paid while it pauses', [no, out], [paid, unchecked]],
      ['as failed while it pauses', [no, failed], [paid]],
      ['as paid while its transfer fails', [out, no], [paid, unchecked]],
      ['as paid while its transfer is made', [out, yes], [paid]],
      ['as failed while its transfer is made', [failed, yes], [paid, back]],
      ['as failed while its transfer fails', [failed, no], [paid]],
      ['as failed just before our own answer', [yes, failed], [paid, 'CompleteRefund r-1', back]],
    ])('%s is in the books as the person says', (_, events, expected) => {
      expect(moved(placed, refund, ...events)).toEqual(expected);
      expect(run(placed, refund, ...events).state.refunds).toEqual([]);
    });
    it('is not tried again', () => {
      const { state, timers } = run(placed, refund, no, failed);
      expect(timers).toContainEqual({ cancel: 'refund r-1' });
      const timer = { id: 't', instance: 'o-1', name: 'refund r-1', dueAt: new Date(), firedAt: new Date() };
      expect(postingsProcess.onTimer?.(state, timer)).toMatchObject({ commands: [] });
    });
  });
  it('waits for what it is paid from', () => {
    const paid = [placed, event('IncomingPaymentRecorded', payment)];
    const transferId = String(run(...paid).sent[0]?.data.transferId);
    expect(moved(...paid, refund)).toHaveLength(1);
    const arrived = ended('MoneyTransferCompleted', 'PAYMENT', transferId);
    expect(moved(...paid, refund, arrived).at(-1)).toBe(`${ana} → ${world} 1200 checked`);
  });
  it('that is not covered is tried again, and then given up', () => {
    const no = ended('MoneyTransferFailed', 'REFUND', 'r-1', { reason: 'INSUFFICIENT_FUNDS' });
    let { state, timers } = run(placed, refund, no);
    expect(timers).toEqual([{ set: 'refund r-1', after: { seconds: 10 } }]);
    const timer = { id: 't', instance: 'o-1', name: 'refund r-1', dueAt: new Date(), firedAt: new Date() };
    const ids = new Set<unknown>();
    for (let tries = 0; tries < 3; tries += 1) {
      const again = postingsProcess.onTimer?.(state, timer);
      ids.add(again?.commands?.[0]?.data.transferId);
      const next = postingsProcess.react(again?.state ?? state, no);
      state = next.state as Ledger;
      if (tries === 2) expect(next.commands).toMatchObject([{ type: 'FailRefund', data: { refundId: 'r-1' } }]);
    }
    expect(ids.size).toBe(3);
    expect(postingsProcess.waiting(postingsProcess.react(state, failed).state as Ledger)).toEqual([]);
  });
  it('of unidentified money is paid from suspense', () => {
    const of = { category: 'paymentReference', id: 'p-1' };
    const origin = { kind: 'REFUND', id: 'r-1', orderId: null, paymentId: 'p-1' };
    const asked = event('RefundRequested', { refundId: 'r-1', reason: 'unknown', ...money }, of);
    expect(moved(asked, event('MoneyTransferCompleted', { origin }, { category: 'moneyTransfer' }))).toEqual([
      `${suspense} → ${world} 1200 checked`,
      'CompleteUnallocatedRefund r-1',
    ]);
  });
});

it('a transfer by hand is nobody’s business here', () => {
  const byHand = event('MoneyTransferCompleted', { origin: null }, { id: 't-1', category: 'moneyTransfer' });
  expect(postingsProcess.instance(byHand)).toBe('t-1');
  expect(moved(byHand)).toEqual([]);
});
