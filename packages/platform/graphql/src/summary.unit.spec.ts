import { expect, it } from 'vitest';
import { everyWord } from './search.ts';
import { summaryOf } from './summary.ts';

it('an event is told as a sentence', () => {
  expect(summaryOf({ type: 'OrderPlaced' })).toBe('Order placed');
  expect(summaryOf({ type: 'IncomingPaymentRecorded' })).toBe('Incoming payment recorded');
});

it('a search asks for every word, and takes no wildcard', () => {
  expect(everyWord('  Meyer 100% ')).toEqual([{ search: { contains: 'meyer' } }, { search: { contains: '100\\%' } }]);
  expect(everyWord(null)).toEqual([]);
});
