import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomInvoice } from '../testing/random-invoice.ts';
import { netLines } from './net-lines.ts';

it('lines without tax add up to the net of each rate, and none is below zero', () => {
  fc.assert(
    fc.property(randomInvoice, (content) => {
      const lines = netLines(content);
      for (const { taxRate, net } of content.taxes) {
        const of = lines.filter((line) => line.taxRate === taxRate);
        expect(of.reduce((sum, { amount }) => sum + amount, 0)).toBe(net);
      }
      for (const { amount, discount } of lines) expect(Math.min(amount, discount)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});
