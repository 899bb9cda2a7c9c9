import type { CommandData } from '@waybill/engine';
import { context } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { unheardOf } from '../external-order/state.ts';
import { contentOf } from '../testing/order-messages.ts';
import type { intakeMessageCommands } from './commands.ts';
import { type IntakeMessage, intakeMessage } from './intake-message.ts';
import { receiveMessage, repairMessage } from './receive-message.ts';

type Received = CommandData<typeof intakeMessageCommands.ReceiveMessage>;
const happenedAt = '2026-01-05T08:59:00.000Z';
const order: Received = {
  intakeId: 'i-1',
  orderId: 'o-42',
  channel: 'market',
  messageId: 'm-1',
  fingerprint: 'f-1',
  personId: 'customer-1',
  text: '{"kind":"ORDER"}',
  read: {
    kind: 'ORDER',
    externalOrderId: '42',
    sequence: null,
    happenedAt,
    content: contentOf([{ lineId: 'L1', quantity: 6 }]),
  },
  problem: null,
};
const unread: Received = {
  ...order,
  orderId: null,
  read: null,
  problem: { code: 'UNREADABLE', reason: 'content: it is no JSON' },
};
const fresh = intakeMessage.initial;
const receive = (message: Received, self: IntakeMessage = fresh) =>
  receiveMessage.decide(message, { self, order: message.orderId ? unheardOf : undefined }, context);
const repair = (message: Received, self: IntakeMessage) =>
  repairMessage.decide(message, { self, order: message.orderId ? unheardOf : undefined }, context);
const known: IntakeMessage = { status: 'RECEIVED', fingerprint: 'f-1', conflicts: [], credited: [] };
const waiting: IntakeMessage = { ...known, status: 'UNREADABLE' };

describe('a message', () => {
  it('is kept together with what its order makes of it, at the time that it tells', () => {
    expect(receive(order)).toMatchObject({
      kind: 'accepted',
      events: [
        {
          on: 'self',
          event: {
            type: 'MessageReceived',
            data: {
              channel: 'market',
              messageId: 'm-1',
              kind: 'ORDER',
              orderId: 'o-42',
              repaired: false,
              credit: null,
            },
            occurredAt: new Date(happenedAt),
          },
        },
        {
          on: 'order',
          event: {
            type: 'ExternalOrderTaken',
            data: { externalOrderId: '42', messages: [{ intakeId: 'i-1', messageId: 'm-1' }] },
            occurredAt: new Date(happenedAt),
          },
        },
      ],
    });
  });

  it('that comes again has no effect', () => {
    expect(receive(order, known)).toEqual({ kind: 'accepted', events: [] });
  });

  it('with other content under a known id is kept as a conflict, once', () => {
    const other = { ...order, fingerprint: 'f-2', text: 'other' };
    const data = { channel: 'market', messageId: 'm-1', fingerprint: 'f-2', personId: 'customer-1', text: 'other' };
    expect(receive(other, known)).toEqual({
      kind: 'accepted',
      events: [{ on: 'self', event: { type: 'MessageConflicted', data } }],
    });
    expect(receive(other, { ...known, conflicts: ['f-2'] })).toEqual({ kind: 'accepted', events: [] });
  });

  it('that cannot be read is kept as it came, with the reason', () => {
    expect(receive(unread)).toMatchObject({
      events: [
        {
          on: 'self',
          event: {
            type: 'MessageUnreadable',
            data: { text: '{"kind":"ORDER"}', code: 'UNREADABLE', reason: 'content: it is no JSON' },
          },
        },
      ],
    });
  });

  it.each([
    [5 * 60_000, 'MessageReceived'],
    [5 * 60_000 + 1, 'MessageUnreadable'],
  ])('from %i ms ahead of the clock: %s', (ahead, type) => {
    const at = new Date(context.now.getTime() + ahead).toISOString();
    const message = { ...order, read: order.read && { ...order.read, happenedAt: at } };
    const decision = receive(message);
    expect(decision.kind === 'accepted' && decision.events[0]?.event.type).toBe(type);
  });

  it('names the order that takes part', () => {
    expect(Object.keys(receiveMessage.companions(order, fresh, context))).toEqual(['order']);
    expect(receiveMessage.companions(unread, fresh, context)).toEqual({});
  });
});

describe('repairing a message', () => {
  it('has the effect that it would have had at first, and says that it was repaired', () => {
    expect(repair(order, waiting)).toMatchObject({
      events: [{ event: { type: 'MessageReceived', data: { repaired: true } } }, { on: 'order' }],
    });
  });

  it('may take more than one try', () => {
    expect(repair(unread, waiting)).toMatchObject({ events: [{ event: { type: 'MessageUnreadable' } }] });
  });

  it('is refused for a message that was taken, but for the same again', () => {
    expect(repair(order, known)).toEqual({ kind: 'accepted', events: [] });
    expect(repair({ ...order, fingerprint: 'f-2' }, known)).toMatchObject({
      refusal: { code: 'MessageNotRepairable', details: { messageId: 'm-1', status: 'RECEIVED' } },
    });
    expect(repair(order, fresh)).toMatchObject({ refusal: { code: 'MessageNotRepairable' } });
  });
});
