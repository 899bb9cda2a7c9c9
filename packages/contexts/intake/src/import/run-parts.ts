import { classify, type DocumentClass } from '../online-retail/classify.ts';
import type { RetailDocument } from '../online-retail/document.ts';
import type { Survey } from '../online-retail/survey.ts';
import { awaitAnswers } from './await-answers.ts';
import { concurrently } from './concurrently.ts';
import { deliverOrders } from './deliver-orders.ts';
import { enterCredits } from './enter-credits.ts';
import { inParts } from './in-parts.ts';
import type { ImportPorts, ImportProgress, TakenOrder } from './ports.ts';
import { createPosting, type PostingPorts, type SentCredit, type SentOrder } from './post-documents.ts';

/** Documents that are under way together: so the house is never far behind, and memory stays flat. */
export const PART = 500;

export interface RunPorts extends Omit<ImportPorts, 'execute'>, PostingPorts {
  /** Documents at once. */
  readonly concurrency: number;
  /** Milliseconds to wait for the next order or delivery before the rest is given up. */
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

const isOf = (name: DocumentClass) => (document: RetailDocument) => classify(document).class === name;
const isCredit = isOf('CREDIT');
const isAdjustment = isOf('STOCK_ADJUSTMENT');

/**
 * The documents of a file, part by part: what was counted on the shelves, orders up to the customer's door, then what came
 * back of them. Orders go side by side; the others one after the other, for what they find depends on those before.
 */
export const createRun = (survey: Survey, ports: RunPorts) => {
  const { ledger, onProgress, concurrency, patience, signal } = ports;
  const posting = createPosting(ports);
  const credits: SentCredit[] = [];
  let done = 0;
  let delivered = 0;
  let leftOpen = 0;
  const onDocument = () => onProgress({ step: 'documents', done: ++done, total: survey.index.documents.size });

  const inTurn = async (documents: readonly RetailDocument[], task: (document: RetailDocument) => Promise<void>) => {
    for (const document of documents) {
      if (signal.aborted) return;
      await task(document);
      onDocument();
    }
  };

  const sideBySide = async (documents: readonly RetailDocument[]): Promise<SentOrder[]> => {
    const sent: SentOrder[] = [];
    await concurrently(documents, concurrency, async (document) => {
      if (signal.aborted) return;
      const order = await posting.send(document);
      if (order) sent.push(order);
      else onDocument();
    });
    return sent;
  };

  /** To the door, but for those that wait for the warehouse. */
  const fulfil = async (sent: readonly SentOrder[], open: ReadonlySet<string>): Promise<void> => {
    const due: SentOrder[] = [];
    const pay = async (order: SentOrder, taken: TakenOrder) => {
      const deliverable = await posting.pay(order, taken);
      if (deliverable && !open.has(order.externalId)) return void due.push(order);
      if (deliverable) leftOpen += 1;
      onDocument();
    };
    const unheard = await awaitAnswers(sent, ports.takenAmong, pay, { concurrency, patience, signal });
    if (!signal.aborted) for (const order of unheard) posting.giveUp(order, patience);
    const onDelivered = () => {
      delivered += 1;
      onDocument();
    };
    await deliverOrders(due, { ...ports, onDelivered }, { concurrency, patience, signal });
  };

  return {
    async part(documents: readonly RetailDocument[], open: ReadonlySet<string>): Promise<void> {
      await inTurn(documents.filter(isAdjustment), posting.adjust);
      await fulfil(await sideBySide(documents.filter((one) => !isAdjustment(one) && !isCredit(one))), open);
      await inTurn(documents.filter(isCredit), async (document) => {
        const credit = await posting.sendCredit(document);
        if (credit) credits.push(credit);
      });
    },

    /** What became of credits is known once everything has come to rest. */
    async finish(): Promise<void> {
      if (signal.aborted || credits.length === 0) return;
      onProgress({ step: 'settling', done: 0, total: 1 });
      await ports.settled();
      for await (const part of inParts(credits, PART)) {
        const outcomes = await ports.creditsAmong(part.map(({ intakeId }) => intakeId));
        enterCredits(part, outcomes, ledger);
      }
    },

    counts: () => ({ delivered, leftOpen }),
  };
};
