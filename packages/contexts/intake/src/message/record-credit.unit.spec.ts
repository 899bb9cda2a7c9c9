import { recorded, specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { messagesProcess } from '../processes/messages.ts';
import { creditedCommands } from './commands.ts';
import { intakeMessage } from './intake-message.ts';

const data = { matchId: 'm-1', orderId: 'o-1', creditNoteIds: ['n-1'], currency: 'GBP', asked: 510, cancelled: 0 };

describe('what was credited of a cancellation that named no order', () => {
  it('is recorded once for each match', () => {
    const message = specOf(intakeMessage, expect);
    const credited = { type: 'CancellationCredited', data: { ...data, credited: 510 } } as const;
    const command = { intakeId: 'i-1', ...data, credited: 510 };
    message.given().when(creditedCommands.RecordCancellationCredit, command).then(credited);
    message.given(credited).when(creditedCommands.RecordCancellationCredit, command).thenNothing();
  });

  it('leaves what could not be credited to a person, with its amount', () => {
    const told = (credited: number, cancelled = 0) => {
      const event = recorded('i-1', { type: 'CancellationCredited' as const, data: { ...data, credited, cancelled } });
      const { commands = [] } = messagesProcess.react(messagesProcess.initial, event);
      return commands.map(({ data: { kind, orderId, amount, currency } }) => ({ kind, orderId, amount, currency }));
    };
    expect(told(510)).toEqual([]);
    expect(told(200, 310)).toEqual([]);
    expect(told(500)).toEqual([{ kind: 'REFUSED', orderId: 'o-1', amount: 10, currency: 'GBP' }]);
  });
});
