import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { documentsIn, surveyFile } from '../online-retail/survey.ts';
import { registerChannel } from './commands-of.ts';
import { inParts } from './in-parts.ts';
import { type Balance, createLedger, type ImportProblem } from './ledger.ts';
import type { ImportPorts, ImportProgress } from './ports.ts';
import { openShelves, replenishShelves } from './receive-stock.ts';
import { createRun, PART } from './run-parts.ts';

export interface ImportOptions {
  /** So many of the latest orders stay paid and undelivered: work for the warehouse. */
  readonly leaveOpen?: number;
  /** At the end the file's goods are bought again, for a house that goes on selling. */
  readonly replenish?: boolean;
  /** Documents at once. */
  readonly concurrency?: number;
  /** Milliseconds to wait for the next order or delivery before the rest is given up. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What an import did, and what the file holds. */
export interface ImportReport {
  readonly path: string;
  readonly balance: Balance;
  readonly problems: readonly ImportProblem[];
  /** What the file's orders need to have been there before: pieces of so many products. */
  readonly opening: { readonly products: number; readonly pieces: number };
  readonly delivered: number;
  readonly leftOpen: number;
  /** What this run added; both 0 where everything was there already. */
  readonly newEvents: number;
  readonly newProducts: number;
  /** It was stopped before its end: run it again to go on. */
  readonly interrupted: boolean;
  readonly milliseconds: number;
}

/**
 * Brings a file in the Online Retail format into the house, one message per document, and assumes what the file does not
 * tell: what stood on the shelves, payments, and deliveries up to the door. The ids of all messages and commands come from
 * the file, so that it can be stopped, killed and repeated: what is there stays, what is missing is added.
 */
export const importFile = async (
  path: string,
  ports: ImportPorts,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  const { leaveOpen = 20, replenish = false, concurrency = 32, patience = 180_000, onProgress = () => {} } = options;
  const signal = options.signal ?? new AbortController().signal;
  const began = Date.now();
  const problems: ImportProblem[] = [];
  const onProblem = (problem: ImportProblem) => void problems.push(problem);
  const ledger = createLedger();
  let newEvents = 0;
  const execute = async (request: CommandRequest): Promise<CommandOutcome> => {
    const outcome = await ports.execute({ ...request, patience });
    if (outcome.status === 'accepted' && !outcome.duplicate) newEvents += outcome.events.length;
    return outcome;
  };

  onProgress({ step: 'reading', done: 0, total: 1 });
  const survey = await surveyFile(path);
  const { opening } = survey;
  onProgress({ step: 'products', done: 0, total: survey.products.size });
  const newProducts = await ports.addProducts([...survey.products.values()]);
  await execute(registerChannel());
  const stockPorts = { ...ports, execute, onProblem };
  const onShelf = (done: number) => onProgress({ step: 'stock', done, total: opening.size });
  await openShelves(opening, stockPorts, { concurrency, signal, onProgress: onShelf });

  const run = createRun(survey, { ...ports, execute, ledger, onProblem, onProgress, concurrency, patience, signal });
  const open = new Set(leaveOpen > 0 ? survey.ordersWithGoods.slice(-leaveOpen) : []);
  for await (const part of inParts(documentsIn(survey), PART)) {
    if (signal.aborted) break;
    await run.part(part, open);
  }
  if (replenish) await replenishShelves(opening, stockPorts, { concurrency, signal, onProgress: () => {} });
  await run.finish();

  return {
    path,
    balance: ledger.balance(survey.index),
    problems,
    opening: { products: opening.size, pieces: [...opening.values()].reduce((sum, pieces) => sum + pieces, 0) },
    ...run.counts(),
    newEvents,
    newProducts,
    interrupted: signal.aborted,
    milliseconds: Date.now() - began,
  };
};
