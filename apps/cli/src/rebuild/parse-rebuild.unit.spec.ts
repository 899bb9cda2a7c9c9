import { expect, it } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { parseRebuild } from './parse-rebuild.ts';

const known = ['sales.orders', 'billing.invoices'];

it('takes views by name, each once', () => {
  expect(parseRebuild(['sales.orders', 'sales.orders'], known)).toEqual({
    names: ['sales.orders'],
    acceptDifferences: false,
  });
});
it('takes all of them', () => {
  expect(parseRebuild(['--all', '--accept-differences'], known)).toEqual({ names: known, acceptDifferences: true });
});
it('takes none where none is named', () => {
  expect(parseRebuild([], known).names).toEqual([]);
});
it.each([[['sales.order']], [['--all', 'sales.orders']], [['--every']]])('refuses %j', (args) => {
  expect(() => parseRebuild(args, known)).toThrow(UsageError);
});
