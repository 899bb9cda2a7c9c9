import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { isCharge } from '../online-retail/charge-codes.ts';
import { classify } from '../online-retail/classify.ts';
import { occurredAt, type RetailDocument } from '../online-retail/document.ts';
import { retailCredit } from '../online-retail/retail-credit.ts';
import { retailOrder } from '../online-retail/retail-order.ts';
import {
  adjustStock,
  creditMessage,
  type DeliverableOrder,
  intakeIdOf,
  orderMessage,
  payInFull,
  receiveDocument,
} from './commands-of.ts';
import { type ImportProblem, type Ledger, type Share, shareOf } from './ledger.ts';
import type { TakenOrder } from './ports.ts';

export interface PostingPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  readonly ledger: Ledger;
  readonly onProblem: (problem: ImportProblem) => void;
}

/** An order whose message was taken, as far as it is still needed: of a long file there are many. */
export interface SentOrder extends DeliverableOrder {
  readonly share: Share;
  /** Minor units. */
  readonly total: number;
  readonly hasGoods: boolean;
}
/** A credit whose message was taken. */
export interface SentCredit {
  readonly intakeId: string;
  readonly share: Share;
}

const said = (outcome: CommandOutcome): string =>
  outcome.status === 'rejected' ? `${outcome.refusal.code}: ${outcome.refusal.message}` : '';

/** Takes documents, whole, to where they belong: one message per document. */
export const createPosting = ({ execute, ledger, onProblem }: PostingPorts) => {
  const refused = (document: string | null, share: Share, reason: string): undefined => {
    ledger.enter(share, 'REFUSED');
    onProblem({ document, what: 'REFUSED', reason });
  };

  const sendOrder = async (document: RetailDocument): Promise<SentOrder | undefined> => {
    const order = retailOrder(document);
    const share = shareOf(document);
    const outcome = await execute(orderMessage(order));
    if (outcome.status === 'rejected') return refused(document.number, share, said(outcome));
    const { orderId, externalId, occurredAt, total, lines } = order;
    return { orderId, externalId, occurredAt, total, share, hasGoods: lines.some(({ kind }) => kind === 'GOODS') };
  };

  const sendCredit = async (document: RetailDocument): Promise<SentCredit | undefined> => {
    const credit = retailCredit(document);
    const share = shareOf(document);
    const outcome = await execute(creditMessage(credit));
    if (outcome.status === 'rejected') return refused(document.number, share, said(outcome));
    return { intakeId: intakeIdOf(credit.externalId), share };
  };

  /** The command is refused with the first malformed row, and keeps them all; the report names each. */
  const setAside = async (document: RetailDocument, what: 'PARKED' | 'MALFORMED', reason: string): Promise<void> => {
    await execute(receiveDocument(document, what === 'PARKED' ? reason : null));
    ledger.enter(shareOf(document), what);
    const reasons =
      what === 'PARKED' ? [reason] : document.malformed.map(({ line, reason }) => `line ${line}: ${reason}`);
    for (const each of reasons) onProblem({ document: document.number, what, reason: each });
  };

  return {
    sendCredit,

    /** Counts shelves up and down; before the orders of its time, so that what it adds is there for them. */
    async adjust(document: RetailDocument): Promise<void> {
      const refusals: string[] = [];
      for (const [index, row] of document.rows.entries()) {
        if (isCharge(row.code) || row.quantity === 0) continue;
        const outcome = await execute(adjustStock(row, index + 1, occurredAt(document)));
        if (outcome.status === 'rejected') refusals.push(said(outcome));
      }
      const share = shareOf(document);
      if (refusals.length > 0) refused(document.number, share, refusals.join(' '));
      else ledger.enter(share, 'STOCK_ADJUSTMENT');
    },

    /** What is neither an adjustment, which comes before the orders, nor a credit, which comes after them. */
    async send(document: RetailDocument): Promise<SentOrder | undefined> {
      const classified = classify(document);
      switch (classified.class) {
        case 'ORDER':
          return sendOrder(document);
        case 'PARKED':
        case 'MALFORMED':
          await setAside(document, classified.class, classified.reason);
          return undefined;
        case 'CREDIT':
        case 'STOCK_ADJUSTMENT':
          return undefined;
        default:
          ledger.enter(shareOf(document), classified.class);
          return undefined;
      }
    },

    /** Pays an order that sales has placed; answers with whether it can be delivered. */
    async pay(order: SentOrder, { refused: reason }: TakenOrder): Promise<boolean> {
      if (reason !== null) {
        refused(order.externalId, order.share, reason);
        return false;
      }
      ledger.enter(order.share, 'POSTED', order.total);
      // Nothing to pay for an order of free lines: a total of zero counts as paid.
      const paid = order.total > 0 ? await execute(payInFull(order)) : null;
      if (paid?.status === 'rejected') {
        onProblem({ document: order.externalId, what: 'UNPAID', reason: said(paid) });
        return false;
      }
      return order.hasGoods;
    },

    /** Nothing was heard of it. */
    giveUp({ externalId, share }: SentOrder, patience: number): void {
      const reason = `sales has not placed it within ${patience / 1000} s; see the worker's log, then import again`;
      refused(externalId, share, reason);
    },
  };
};
