import type { CommandRequest } from '@waybill/engine';
import { documentsIn, type Survey, surveyFile } from '../online-retail/survey.ts';
import type { DeliverableOrder } from './commands-of.ts';
import { concurrently } from './concurrently.ts';
import { deliverOrders } from './deliver-orders.ts';
import { type Balance, createLedger, type ImportProblem } from './ledger.ts';
import type { ImportPorts, ImportProgress } from './ports.ts';
import { createPosting } from './post-documents.ts';

export interface ImportOptions {
  /** So many of the latest orders stay paid and undelivered: work for the warehouse. */
  readonly leaveOpen?: number;
  /** Documents at once. */
  readonly concurrency?: number;
  /** Milliseconds to wait for the next delivery before the rest is given up. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What an import did, and what the file holds. */
export interface ImportReport {
  readonly path: string;
  readonly balance: Balance;
  readonly problems: readonly ImportProblem[];
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
 * Brings a file in the Online Retail format into the house, by the commands a person would use: customers, orders placed
 * whole, payments, and deliveries up to the door. The ids of all commands come from the file, so that it can be stopped,
 * killed and repeated: what is there stays, what is missing is added.
 */
export const importFile = async (
  path: string,
  ports: ImportPorts,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  const { leaveOpen = 20, concurrency = 32, patience = 60_000, onProgress = () => {} } = options;
  const signal = options.signal ?? new AbortController().signal;
  const began = Date.now();
  const problems: ImportProblem[] = [];
  const onProblem = (problem: ImportProblem) => void problems.push(problem);
  const ledger = createLedger();
  let newEvents = 0;
  const execute = async (request: CommandRequest) => {
    const outcome = await ports.execute({ ...request, patience });
    if (outcome.status === 'accepted' && !outcome.duplicate) newEvents += outcome.events.length;
    return outcome;
  };

  onProgress({ step: 'reading', done: 0, total: 1 });
  const survey = await surveyFile(path);
  onProgress({ step: 'products', done: 0, total: survey.products.size });
  const newProducts = await ports.addProducts([...survey.products.values()]);

  const placed = await postAll(survey, createPosting({ execute, ledger, onProblem }), {
    concurrency,
    signal,
    onProgress,
  });
  const open = new Set(leaveOpen > 0 ? survey.ordersWithGoods.slice(-leaveOpen) : []);
  const due = placed.filter(({ externalId }) => !open.has(externalId));
  let delivered = 0;
  const onDelivered = () => onProgress({ step: 'deliveries', done: ++delivered, total: due.length });
  await deliverOrders(due, { ...ports, execute, onProblem, onDelivered }, { concurrency, patience, signal });

  return {
    path,
    balance: ledger.balance(survey.index),
    problems,
    delivered,
    leftOpen: placed.length - due.length,
    newEvents,
    newProducts,
    interrupted: signal.aborted,
    milliseconds: Date.now() - began,
  };
};

interface PostingOptions extends Required<Pick<ImportOptions, 'concurrency' | 'signal' | 'onProgress'>> {}

const postAll = async (
  survey: Survey,
  post: ReturnType<typeof createPosting>,
  { concurrency, signal, onProgress }: PostingOptions,
): Promise<DeliverableOrder[]> => {
  const placed: DeliverableOrder[] = [];
  let done = 0;
  await concurrently(documentsIn(survey), concurrency, async (document) => {
    if (signal.aborted) return;
    const order = await post(document);
    if (order) placed.push({ orderId: order.orderId, externalId: order.externalId, occurredAt: order.occurredAt });
    done += 1;
    onProgress({ step: 'documents', done, total: survey.index.documents.size });
  });
  return placed;
};
