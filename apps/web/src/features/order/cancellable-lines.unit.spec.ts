import { expect, it } from 'vitest';
import { cancellableLines } from './cancellable-lines.ts';

const line = (id: string, quantity: number, cancelledQuantity = 0) =>
  ({ id, kind: 'GOODS', sku: id, description: id, quantity, cancelledQuantity }) as const;

it('offers what is neither cancelled nor asked for already', () => {
  const lines = [line('L1', 6, 1), line('L2', 2, 2), line('L3', 3)];
  const cancellations = [
    { status: 'REQUESTED', lines: [{ lineId: 'L1', quantity: 2 }] },
    { status: 'REJECTED', lines: [{ lineId: 'L3', quantity: 3 }] },
    { status: null, lines: null },
  ] as const;
  const left = cancellableLines({ lines, cancellations }).map(({ id, left: pieces }) => [id, pieces]);
  expect(left).toEqual([
    ['L1', 3],
    ['L3', 3],
  ]);
});
