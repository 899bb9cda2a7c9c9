import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { classify } from '../online-retail/classify.ts';
import type { RetailDocument } from '../online-retail/document.ts';
import { documentsIn, type Survey, surveyFile } from '../online-retail/survey.ts';
import { awaitOrders } from './await-orders.ts';
import { registerChannel } from './commands-of.ts';
import { concurrently } from './concurrently.ts';
import { deliverOrders } from './deliver-orders.ts';
import { enterCredits } from './enter-credits.ts';
import { inParts } from './in-parts.ts';
import { type Balance, createLedger, type ImportProblem } from './ledger.ts';
import type { ImportPorts, ImportProgress } from './ports.ts';
import { createPosting, type SentCredit, type SentOrder } from './post-documents.ts';

export interface ImportOptions {
  /** So many of the latest orders stay paid and undelivered: work for the warehouse. */
  readonly leaveOpen?: number;
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
  readonly delivered: number;
  readonly leftOpen: number;
  /** What this run added; both 0 where everything was there already. */
  readonly newEvents: number;
  readonly newProducts: number;
  /** It was stopped before its end: run it again to go on. */
  readonly interrupted: boolean;
  readonly milliseconds: number;
}

/** Documents that are under way together: so the house is never far behind, and memory stays flat. */
const PART = 500;

/**
 * Brings a file in the Online Retail format into the house, one message per document, and assumes what the file does not
 * tell: payments, and deliveries up to the door. The ids of all messages and commands come from the file, so that it can
 * be stopped, killed and repeated: what is there stays, what is missing is added.
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
  const ledger = createLedger();
  let newEvents = 0;
  const execute = async (request: CommandRequest): Promise<CommandOutcome> => {
    const outcome = await ports.execute({ ...request, patience });
    if (outcome.status === 'accepted' && !outcome.duplicate) newEvents += outcome.events.length;
    return outcome;
  };

  onProgress({ step: 'reading', done: 0, total: 1 });
  const survey = await surveyFile(path);
  onProgress({ step: 'products', done: 0, total: survey.products.size });
  const newProducts = await ports.addProducts([...survey.products.values()]);
  await execute(registerChannel());

  const onProblem = (problem: ImportProblem) => void problems.push(problem);
  const run = createRun(survey, { ...ports, execute, ledger, onProblem, onProgress, concurrency, patience, signal });
  const open = new Set(leaveOpen > 0 ? survey.ordersWithGoods.slice(-leaveOpen) : []);
  for await (const part of inParts(documentsIn(survey), PART)) {
    if (signal.aborted) break;
    await run.part(part, open);
  }
  await run.finish();

  return {
    path,
    balance: ledger.balance(survey.index),
    problems,
    ...run.counts(),
    newEvents,
    newProducts,
    interrupted: signal.aborted,
    milliseconds: Date.now() - began,
  };
};

type Posting = Parameters<typeof createPosting>[0];
interface RunPorts extends Omit<ImportPorts, 'execute'>, Posting {
  readonly concurrency: number;
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

const isCredit = (document: RetailDocument): boolean => classify(document).class === 'CREDIT';

/** The documents of a file, part by part: orders to the customer's door, then what came back of them. */
const createRun = (survey: Survey, ports: RunPorts) => {
  const { ledger, onProgress, concurrency, patience, signal } = ports;
  const posting = createPosting(ports);
  const credits: SentCredit[] = [];
  let done = 0;
  let delivered = 0;
  let leftOpen = 0;
  const onDocument = () => onProgress({ step: 'documents', done: ++done, total: survey.index.documents.size });

  const sendAll = async (documents: readonly RetailDocument[]): Promise<SentOrder[]> => {
    const sent: SentOrder[] = [];
    await concurrently(documents, concurrency, async (document) => {
      if (signal.aborted) return;
      const order = await posting.send(document);
      if (order) sent.push(order);
      if (!isCredit(document)) onDocument();
    });
    return sent;
  };

  return {
    async part(documents: readonly RetailDocument[], open: ReadonlySet<string>): Promise<void> {
      const sent = await sendAll(documents);
      const due: SentOrder[] = [];
      const pay = async (order: SentOrder, taken: Parameters<typeof posting.pay>[1]) => {
        if (!(await posting.pay(order, taken))) return;
        if (open.has(order.externalId)) leftOpen += 1;
        else due.push(order);
      };
      const unheard = await awaitOrders(sent, ports.takenAmong, pay, { concurrency, patience, signal });
      if (!signal.aborted) for (const order of unheard) posting.giveUp(order, patience);
      const onDelivered = () => {
        delivered += 1;
      };
      await deliverOrders(due, { ...ports, onDelivered }, { concurrency, patience, signal });
      // One after the other: which order a credit finds depends on what the ones before it took.
      for (const document of documents.filter(isCredit)) {
        if (signal.aborted) return;
        const credit = await posting.sendCredit(document);
        if (credit) credits.push(credit);
        onDocument();
      }
    },

    /** What became of credits is known once everything has come to rest. */
    async finish(): Promise<void> {
      if (signal.aborted || credits.length === 0) return;
      await ports.settled();
      for await (const part of inParts(credits, PART)) {
        const outcomes = await ports.creditsAmong(part.map(({ intakeId }) => intakeId));
        enterCredits(part, outcomes, ledger);
      }
    },

    counts: () => ({ delivered, leftOpen }),
  };
};
