import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { credited } from '../testing/credited-order.ts';
import { creditNotes } from './credit-notes.ts';

const { series: _series, seller: _seller, creditNoteId: _id, ...said } = credited.data;
const issued = recorded('i-1', credited);
const stored = recorded('n-1', {
  type: 'CreditNoteDocumentStored',
  data: { sha256: 'aa', size: 9, renderer: 'r' },
} as const);

it('shows a credit note under its own id, wherever it was issued, and then its document', () => {
  expect([issued, stored].map((event) => creditNotes.keys(event))).toEqual([['n-1'], ['n-1']]);
  const row = creditNotes.evolve(undefined, issued, 'n-1');
  const at = '2026-01-05T09:00:00.000Z';
  expect(row).toEqual({
    id: 'n-1',
    ...said,
    issuedAt: at,
    documentSha256: null,
    documentSize: null,
    search: 'crn-2026-000001 inv-2026-000001 ord-2026-000123 ana meyer',
    updatedAt: at,
  });
  expect(creditNotes.evolve(row, stored, 'n-1')).toMatchObject({ documentSha256: 'aa', documentSize: 9 });
});
