import fc from 'fast-check';
import { expect, it } from 'vitest';
import { happening } from '../testing/happenings.ts';
import { moneyFaults } from '../testing/money-faults.ts';
import { paymentBooks } from '../testing/payment-books.ts';

const happenings = fc.array(happening, { minLength: 5, maxLength: 40, size: 'max' });

it('no penny is lost, counted twice, or sent back twice, whatever happens in whatever order', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(happenings, (sequence) => {
      const books = paymentBooks();
      const faults = sequence.flatMap(({ type, data, by }, step) => {
        books.execute(type, data, by);
        return moneyFaults(books).map((fault) => `after step ${step}: ${fault}`);
      });
      expect(faults).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

it('the same command again changes nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(happenings, happening, (sequence, again) => {
      const books = paymentBooks();
      for (const { type, data, by } of sequence) books.execute(type, data, by);
      // These two have no id of their own: theirs is the command's, which the engine looks after.
      fc.pre(!['MatchPayment', 'KeepPaymentAsCredit'].includes(again.type));
      fc.pre(books.execute(again.type, again.data, again.by) === 'accepted');
      const count = books.events.length;
      expect([books.execute(again.type, again.data, again.by), books.events.length]).toEqual(['accepted', count]);
    }),
    { numRuns: 300 },
  );
});
