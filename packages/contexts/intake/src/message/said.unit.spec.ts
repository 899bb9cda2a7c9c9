import { expect, it } from 'vitest';
import { saidIn } from './said.ts';

const kept = { channel: 'market', messageId: 'm-1', fingerprint: 'f' };
const line = { sku: 'HEART', description: 'A heart', quantity: 6, unitPrice: '2.55' };
const wholeLine = { ...line, lineId: 'L1', kind: 'GOODS', taxCode: null, taxRate: null, weightGrams: null };
const nothing = {
  text: null,
  conflicting: [],
  reason: null,
  customerName: null,
  deliveryAddress: null,
  currency: null,
  lines: [],
};

it('shows the text of a message that cannot be read until it is read', () => {
  const unreadable = {
    type: 'MessageUnreadable',
    data: { ...kept, personId: 'i-1', text: '{"kind":"?"}', reason: '' },
  };
  const other = { type: 'MessageConflicted', data: { ...kept, personId: 'i-1', text: '{"kind":"!"}' } };
  expect(saidIn('i-1', [unreadable, other], [])).toEqual({
    ...nothing,
    text: '{"kind":"?"}',
    conflicting: ['{"kind":"!"}'],
  });
  const read = { type: 'MessageReceived', data: { ...kept, kind: 'CANCELLATION', credit: null } };
  expect(saidIn('i-1', [unreadable, read], [])).toEqual(nothing);
});

it('shows what a cancellation without an order gives back, and why', () => {
  const credit = { reason: 'Too many', currency: 'GBP', lines: [wholeLine] };
  const read = { type: 'MessageReceived', data: { ...kept, kind: 'CANCELLATION', credit } };
  expect(saidIn('i-1', [read], [])).toEqual({ ...nothing, reason: 'Too many', currency: 'GBP', lines: [line] });
});

it('shows what its order keeps of a message that waits, and nothing of other messages', () => {
  const parked = (intakeId: string) => ({
    type: 'OrderMessageParked',
    data: {
      message: { intakeId },
      content: { currency: 'GBP', lines: [wholeLine] },
      customer: { name: 'Ana Meyer' },
      deliveryAddress: { country: 'France' },
      reason: '',
    },
  });
  expect(saidIn('i-1', [], [parked('i-1')])).toEqual({
    ...nothing,
    customerName: 'Ana Meyer',
    deliveryAddress: { country: 'France' },
    currency: 'GBP',
    lines: [line],
  });
  expect(saidIn('i-1', [], [parked('i-2')])).toEqual(nothing);
});
