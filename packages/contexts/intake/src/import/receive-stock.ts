import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { openStock, replenishStock } from './commands-of.ts';
import { concurrently } from './concurrently.ts';
import type { ImportProblem } from './ledger.ts';
import type { ImportPorts } from './ports.ts';

export interface StockPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  readonly openedBefore: ImportPorts['openedBefore'];
  readonly onProblem: (problem: ImportProblem) => void;
}

export interface StockOptions {
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

type Pieces = ReadonlyMap<string, number>;

const receive = async (
  receipts: readonly CommandRequest[],
  { execute, onProblem }: StockPorts,
  { concurrency, signal, onProgress }: StockOptions,
): Promise<void> => {
  let done = 0;
  await concurrently(receipts, concurrency, async (receipt) => {
    if (signal.aborted) return;
    const outcome = await execute(receipt);
    if (outcome.status === 'rejected')
      onProblem({ document: null, what: 'REFUSED', reason: `ReceiveStock: ${outcome.refusal.message}` });
    onProgress(++done);
  });
};

/**
 * Puts on the shelves what must have been there before the file begins. A longer file of the same shop wants more than a
 * shorter one did: what an earlier run received counts.
 */
export const openShelves = async (opening: Pieces, ports: StockPorts, options: StockOptions): Promise<void> => {
  const before = await ports.openedBefore();
  const missing = [...opening].flatMap(([sku, target]) => {
    const pieces = target - (before.get(sku) ?? 0);
    return pieces > 0 ? [openStock(sku, target, pieces)] : [];
  });
  await receive(missing, ports, options);
};

/** Buys again what the file sold, so that its last day is not the day on which everything is gone. */
export const replenishShelves = (opening: Pieces, ports: StockPorts, options: StockOptions): Promise<void> =>
  receive(
    [...opening].map(([sku, pieces]) => replenishStock(sku, pieces)),
    ports,
    options,
  );
