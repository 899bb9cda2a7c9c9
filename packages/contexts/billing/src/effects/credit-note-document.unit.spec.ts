import { createHash } from 'node:crypto';
import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { credited } from '../testing/credited-order.ts';
import { creditNoteDocument } from './credit-note-document.ts';
import { printedCreditNote } from './pdf/printed-credit-note.ts';
import { RENDERER, renderDocument } from './pdf/render-document.ts';

it('says what is credited, for which invoice, and why', () => {
  const { title, facts, notes } = printedCreditNote(credited.data);
  expect([title, facts.map(([name]) => name), notes[1]]).toEqual([
    'Credit note',
    ['Issue date', 'Tax point', 'Invoice', 'Order'],
    { label: 'Reason', lines: ['came back'] },
  ]);
  const alone = { ...credited.data, invoiceId: null, invoiceNumber: null, orderId: null, orderNumber: null };
  expect(printedCreditNote(alone)).toMatchObject({ subject: 'Credit without an invoice', facts: [{}, {}] });
});

it('is rendered, kept and recorded under its own id', async () => {
  const sent: unknown[] = [];
  const content = await renderDocument(printedCreditNote(credited.data), new Date('2026-01-05T09:00:00Z'));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const effect = creditNoteDocument({
    keep: async (document) => {
      expect(document).toMatchObject({ kind: 'CREDIT_NOTE', id: 'n-1', number: 'CRN-2026-000001' });
      return { sha256: createHash('sha256').update(document.content).digest('hex'), size: document.content.length };
    },
  });
  await effect.run(recorded('i-1', credited), {
    idempotencyKey: 'k-1',
    attempt: 1,
    execute: async (command) => void sent.push(command),
  });
  const data = { creditNoteId: 'n-1', sha256, size: content.length, renderer: RENDERER };
  expect(sent).toEqual([{ type: 'RecordCreditNoteDocument', data }]);
});
