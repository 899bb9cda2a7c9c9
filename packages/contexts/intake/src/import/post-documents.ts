import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { classify } from '../online-retail/classify.ts';
import type { RetailDocument } from '../online-retail/document.ts';
import { type RetailCustomer, retailOrder } from '../online-retail/retail-order.ts';
import { type DeliverableOrder, payInFull, placeOrder, receiveDocument, registerCustomer } from './commands-of.ts';
import type { ImportProblem, Ledger } from './ledger.ts';

export interface PostingPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  readonly ledger: Ledger;
  readonly onProblem: (problem: ImportProblem) => void;
}

const said = (outcome: CommandOutcome): string =>
  outcome.status === 'rejected' ? `${outcome.refusal.code}: ${outcome.refusal.message}` : '';

/** Some customers order from two countries: whoever came first registered them, and that stays. */
const isKnown = (code: string): boolean => code === 'IdempotencyConflict' || code === 'CustomerAlreadyExists';

/** Takes documents, whole, to where they belong; answers with what can be delivered, if it is a paid order with goods. */
export const createPosting = ({ execute, ledger, onProblem }: PostingPorts) => {
  const customers = new Map<string, Promise<CommandOutcome>>();

  /** Once per customer and run; whoever needs the same one meanwhile waits for the same answer. */
  const register = (customer: RetailCustomer, at: Date): Promise<CommandOutcome> => {
    const known = customers.get(customer.customerId);
    if (known) return known;
    const registered = execute(registerCustomer(customer, at));
    customers.set(customer.customerId, registered);
    return registered;
  };

  const post = async (document: RetailDocument): Promise<DeliverableOrder | undefined> => {
    const order = retailOrder(document);
    const refused = (outcome: CommandOutcome): undefined => {
      ledger.enter(document, 'REFUSED');
      onProblem({ document: document.number, what: 'REFUSED', reason: said(outcome) });
    };
    const customer = await register(order.customer, order.occurredAt);
    if (customer.status === 'rejected' && !isKnown(customer.refusal.code)) return refused(customer);
    const placed = await execute(placeOrder(order));
    if (placed.status === 'rejected') return refused(placed);
    ledger.enter(document, 'POSTED', order.total);
    // Nothing to pay for an order of free lines: a total of zero counts as paid.
    const paid = order.total > 0 ? await execute(payInFull(order)) : placed;
    if (paid.status === 'rejected') {
      onProblem({ document: document.number, what: 'UNPAID', reason: said(paid) });
      return undefined;
    }
    return order.lines.some(({ kind }) => kind === 'GOODS') ? order : undefined;
  };

  /** The command is refused with the first malformed row, and keeps them all; the report names each. */
  const setAside = async (document: RetailDocument, what: 'PARKED' | 'MALFORMED', reason: string): Promise<void> => {
    await execute(receiveDocument(document, what === 'PARKED' ? reason : null));
    ledger.enter(document, what);
    const reasons =
      what === 'PARKED' ? [reason] : document.malformed.map(({ line, reason }) => `line ${line}: ${reason}`);
    for (const each of reasons) onProblem({ document: document.number, what, reason: each });
  };

  return async (document: RetailDocument): Promise<DeliverableOrder | undefined> => {
    const classified = classify(document);
    switch (classified.class) {
      case 'ORDER':
        return post(document);
      case 'PARKED':
      case 'MALFORMED':
        await setAside(document, classified.class, classified.reason);
        return undefined;
      default:
        ledger.enter(document, classified.class);
        return undefined;
    }
  };
};
