import { context, specOf } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import type { Issuer } from '../company/issuer.ts';
import { issuer } from '../testing/billed-order.ts';
import { creditNoteCommands as commands } from './commands.ts';
import { CreditNote } from './credit-note.ts';
import { issueStandaloneCreditNote } from './issue-standalone.ts';

const note = specOf(CreditNote, expect);
const line = { code: '85123A', description: 'T-light holder', quantity: 3, taxCode: 'STANDARD', taxRate: '20' };
const wish = {
  creditNoteId: 'n-1',
  customerId: 'c-1',
  customerName: 'Ana Meyer',
  billingAddress: null,
  currency: 'GBP',
  prices: 'NET' as 'NET' | 'GROSS',
  channel: 'web',
  reason: 'came back without an order',
  issuer: issuer as Issuer | null,
  lines: [{ ...line, unitPrice: '2.55' }],
};
const decide = (over: Partial<typeof wish> = {}, self = CreditNote.initial) =>
  issueStandaloneCreditNote.decide({ ...wish, ...over }, { self, series: { last: 0 } }, context);

it('credits a customer without an invoice, numbered with the other credit notes', () => {
  expect(decide()).toMatchObject({
    events: [
      {
        on: 'self',
        event: {
          type: 'CreditNoteIssued',
          data: {
            number: 'CRN-2026-000001',
            invoiceId: null,
            orderId: null,
            lines: [{ lineId: null, kind: 'AMOUNT', sku: '85123A', quantity: 3, amount: 765, tax: 153 }],
            net: 765,
            tax: 153,
            total: 918,
          },
        },
      },
      { on: 'series', event: { data: { sequence: 1, number: 'CRN-2026-000001', creditNoteId: 'n-1' } } },
    ],
  });
});

it('takes the tax out of gross prices', () => {
  const lines = [{ amount: 765, tax: 127 }];
  expect(decide({ prices: 'GROSS' })).toMatchObject({
    events: [{ event: { data: { prices: 'GROSS', lines, net: 638, tax: 127, total: 765 } } }, {}],
  });
});

it('numbers those of the past apart', () => {
  expect(decide({ channel: 'online-retail' })).toMatchObject({
    events: [{ event: { data: { number: 'HCRN-2026-000001' } } }, {}],
  });
});

it('is issued once, and over something', () => {
  expect(decide({}, { number: 'CRN-2026-000001', sha256: null })).toEqual({ kind: 'accepted', events: [] });
  expect(decide({ issuer: null })).toMatchObject({ refusal: { code: 'CompanyNotFilledIn' } });
  expect(decide({ lines: [{ ...line, unitPrice: '0' }] })).toMatchObject({ refusal: { code: 'NothingToCredit' } });
});

it('has the document that was stored first', () => {
  const agreed = { type: 'CreditNoteAgreed', data: { invoiceId: 'i-1', number: 'CRN-2026-000001' } } as const;
  const stored = { type: 'CreditNoteDocumentStored', data: { sha256: 'aa', size: 9, renderer: 'r' } } as const;
  const record = { creditNoteId: 'n-1', ...stored.data };
  note.given(agreed).when(commands.RecordCreditNoteDocument, record).then(stored);
  note
    .given(agreed, stored)
    .when(commands.RecordCreditNoteDocument, { ...record, sha256: 'bb' })
    .thenNothing();
  note.given().when(commands.RecordCreditNoteDocument, record).thenDeferred();
});
