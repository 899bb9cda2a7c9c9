import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { demoCompany } from '../company/demo-company.ts';
import { heldBack } from './held-back.ts';

const wish = { invoiceId: 'i-1', deliveryId: null, lines: null };
const held = recorded('o-1', { type: 'InvoiceHeldBack', data: wish });
const changed = recorded('main', { type: 'CompanyChanged', data: demoCompany });
const issue = { type: 'IssueInvoice', data: { orderId: 'o-1', ...wish } };

it('waits for the page of the company, and issues what was held back once it is filled in', () => {
  const { state } = heldBack.react(heldBack.initial, held);
  expect(heldBack.waiting(state)).toEqual(['company']);
  const after = heldBack.react(state, changed);
  expect(after.commands).toMatchObject([issue]);
  expect(heldBack.waiting(after.state)).toEqual([]);
  expect(heldBack.react(after.state, changed).commands).toEqual([]);
});

it('issues at once what was held back while the page was being filled in', () => {
  const { state } = heldBack.react(heldBack.initial, changed);
  expect(heldBack.react(state, held).commands).toMatchObject([issue]);
});
