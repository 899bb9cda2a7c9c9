import { isId } from '@waybill/kernel';
import { expect, it } from 'vitest';
import { prepareStock } from './stock-ids.ts';

const prepared = async (command: string, input: Record<string, unknown>) => {
  const answer = await prepareStock[command]?.(input);
  return answer?.kind === 'prepared' ? answer.data : answer;
};

it('names the item by its SKU and warehouse, in one spelling', async () => {
  expect(await prepared('AdjustStock', { sku: ' mug ', adjustmentId: 'A-1', by: -1 })).toEqual({
    stockId: 'MUG@MAIN',
    sku: 'MUG',
    warehouse: 'MAIN',
    adjustmentId: 'A-1',
    by: -1,
  });
  expect(await prepared('ReceiveStock', { sku: 'MUG', warehouse: 'leeds', receiptId: 'R-1' })).toMatchObject({
    stockId: 'MUG@LEEDS',
    warehouse: 'LEEDS',
  });
});

it('gives a number to what came without one, and leaves an id as it is', async () => {
  const data = await prepared('ReturnStock', { stockId: 'CUP@MAIN', returnId: null });
  expect(data).toMatchObject({ stockId: 'CUP@MAIN' });
  expect(isId(String((data as { returnId: string }).returnId))).toBe(true);
});
