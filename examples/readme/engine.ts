import assert from 'node:assert/strict';
import { command, defineAggregate, defineCommands, defineEvents, type EventOf, event } from '@waybill/engine';
import { specOf } from '@waybill/engine/testing';
import { accept, refusal, refuse } from '@waybill/kernel';
import { z } from 'zod';

const pence = z.number().int().positive();
const events = defineEvents({ Credited: event(1, z.object({ pence })), Debited: event(1, z.object({ pence })) });
const commands = defineCommands({ Debit: command('accountId', z.object({ accountId: z.string(), pence })) });
const TooLittle = refusal('TooLittle', { left: 'Int' }, ({ left }) => `Take ${left} or less.`);

const Account = defineAggregate({
  category: 'account',
  events,
  commands,
  initial: 0,
  evolve: (balance: number, { type, data }: EventOf<typeof events>) =>
    type === 'Credited' ? balance + data.pence : balance - data.pence,
  decide: {
    Debit: ({ pence }, left) =>
      pence > left ? refuse(TooLittle({ left })) : accept({ type: 'Debited', data: { pence } }),
  },
});

// Given / when / then without a database; in a vitest file, pass vitest's `expect`.
const account = specOf(Account, (actual) => ({ toEqual: (expected) => assert.deepEqual(actual, expected) }));
const given = account.given({ type: 'Credited', data: { pence: 100 } });
given.when(commands.Debit, { accountId: 'a', pence: 30 }).then({ type: 'Debited', data: { pence: 30 } });
given.when(commands.Debit, { accountId: 'a', pence: 130 }).thenRefused('TooLittle', { left: 100 });
