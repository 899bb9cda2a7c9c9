import { derivedId } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import { type IntakePorts, prepareReceiveMessage, prepareRepairMessage } from './prepare-messages.ts';

const channels: IntakePorts['channels'] = {
  find: async (channel) =>
    channel === 'market' || channel === 'online-retail'
      ? { channel, name: 'The market', currency: 'EUR', historic: channel === 'online-retail', owner: null }
      : null,
};
const text = '{"externalOrderId":"42","happenedAt":"2026-01-05T09:00:00Z","kind":"ORDER","content":"{"}';
const messages: IntakePorts['messages'] = {
  find: async (intakeId) => (intakeId === 'i-1' ? { channel: 'market', messageId: 'm-1', text } : null),
};
const ports = { channels, messages };
const receive = async (input: Record<string, unknown>) => {
  const prepared = await prepareReceiveMessage(ports)(input);
  const data: Readonly<Record<string, unknown>> = prepared.kind === 'prepared' ? prepared.data : { ...prepared };
  return data;
};

const order = {
  customer: { number: '17850', name: 'Ana Meyer', address: { city: 'Leeds', country: 'United Kingdom' } },
  lines: [{ sku: 'ww1', quantity: 6, unitPrice: '2.55' }],
};
const message = {
  channel: 'market',
  messageId: 'm-1',
  externalOrderId: '42',
  happenedAt: '2026-01-05T10:00:00+01:00',
  kind: 'ORDER',
  content: JSON.stringify(order),
};

describe('reading a message', () => {
  it('says whether prices are with tax, where the channel does', async () => {
    const content = JSON.stringify({ ...order, prices: 'GROSS' });
    expect(await receive({ ...message, content })).toMatchObject({ read: { content: { prices: 'GROSS' } } });
    const unclear = JSON.stringify({ ...order, prices: 'MAYBE' });
    expect(await receive({ ...message, content: unclear })).toMatchObject({ problem: { code: 'UNREADABLE' } });
  });

  it('puts an order into the words of this house', async () => {
    const customerId = derivedId('customer', 'market', '17850');
    expect(await receive(message)).toMatchObject({
      intakeId: derivedId('intakeMessage', 'market', 'm-1'),
      orderId: derivedId('order', 'market', '42'),
      personId: customerId,
      problem: null,
      read: {
        kind: 'ORDER',
        happenedAt: '2026-01-05T09:00:00.000Z',
        content: {
          customerId,
          customerNumber: '17850',
          country: 'United Kingdom',
          currency: 'EUR',
          lines: [{ lineId: 'L1', kind: 'GOODS', sku: 'WW1', quantity: 6, unitPrice: '2.55', description: null }],
          deliveryAddress: { city: 'Leeds' },
        },
      },
    });
  });

  it('knows a message again however its JSON is laid out, and another one from it', async () => {
    const again = { ...message, content: JSON.stringify({ lines: order.lines, customer: order.customer }, null, 2) };
    const other = { ...message, content: JSON.stringify({ ...order, lines: [{ sku: 'WW1', quantity: 7 }] }) };
    const [first, second, third] = await Promise.all([message, again, other].map(receive));
    expect(first?.fingerprint).toBe(second?.fingerprint);
    expect(first?.fingerprint).not.toBe(third?.fingerprint);
  });

  it('keeps no second copy of what a historic channel says, once it is read', async () => {
    expect(await receive({ ...message, channel: 'online-retail' })).toMatchObject({ read: {}, text: null });
  });

  it.each([
    [{ channel: 'nobody' }, 'channel: nobody registered nobody; register it, then have it read again'],
    [{ kind: 'GREETING' }, /^kind: /],
    [{ happenedAt: 'yesterday' }, 'happenedAt: must be an instant such as 2026-01-05T09:00:00Z'],
    [{ sequence: 0 }, /^sequence: /],
    [{ content: '{' }, 'content: it is no JSON'],
    [{ content: '{}' }, /^content\.customer: /],
    [{ externalOrderId: null }, 'externalOrderId: an order and its changes must name the order'],
    [
      { content: JSON.stringify({ ...order, lines: [{ sku: 'WW1', quantity: 1.5 }] }) },
      /^content\.lines\.0\.quantity: /,
    ],
    [{ kind: 'CANCELLATION', externalOrderId: null, content: null }, /must name its customer and its lines/],
  ])('keeps what it cannot read, and says where the fault is: %j', async (fault, reason) => {
    const read = await receive({ ...message, ...fault });
    const said = { code: 'UNREADABLE', reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) };
    expect(read).toMatchObject({ read: null, orderId: null, problem: said });
    expect(JSON.parse(String(read.text))).toMatchObject({ kind: 'kind' in fault ? fault.kind : 'ORDER' });
  });

  it('reads a cancellation of an order, and one that names none', async () => {
    const lines = [{ sku: 'WW1', quantity: 2, unitPrice: '2.55' }];
    const said = { ...message, kind: 'CANCELLATION', content: null };
    expect(await receive(said)).toMatchObject({ read: { reason: 'Cancelled by The market', credit: null } });
    const credit = {
      ...said,
      externalOrderId: null,
      content: JSON.stringify({ customer: { number: '17850' }, lines }),
    };
    expect(await receive(credit)).toMatchObject({
      orderId: null,
      personId: derivedId('customer', 'market', '17850'),
      read: { credit: { currency: 'EUR', lines: [{ lineId: 'L1', sku: 'WW1', quantity: 2, unitPrice: '2.55' }] } },
    });
  });

  it('refuses only what has no name of its own', async () => {
    expect(await receive({ ...message, messageId: ' ' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'InvalidInput', details: { path: 'messageId' } },
    });
  });
});

describe('repairing a message', () => {
  it('takes what is given in the place of what it said', async () => {
    const repaired = await prepareRepairMessage(ports)({ intakeId: 'i-1', content: JSON.stringify(order) });
    expect(repaired).toMatchObject({
      data: { messageId: 'm-1', read: { externalOrderId: '42', kind: 'ORDER' }, problem: null },
    });
    expect(await prepareRepairMessage(ports)({ intakeId: 'i-1' })).toMatchObject({
      data: { problem: { reason: 'content: it is no JSON' } },
    });
    expect(await prepareRepairMessage(ports)({ intakeId: 'i-2' })).toMatchObject({
      refusal: { details: { path: 'intakeId' } },
    });
  });
});
