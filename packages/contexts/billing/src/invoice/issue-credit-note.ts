import { type CommandData, type DecisionContext, defineJointCommand } from '@waybill/engine';
import { accept, type Decision, localDate, nothing, refuse } from '@waybill/kernel';
import type { Issuer } from '../company/issuer.ts';
import { CreditNote } from '../credit-note/credit-note.ts';
import type { CreditNoteContent, CreditNoteEvent } from '../credit-note/events.ts';
import { CreditNoteSeries } from '../credit-note-series/credit-note-series.ts';
import type { CreditNoteSeriesEvent } from '../credit-note-series/events.ts';
import { InvoiceUnknown, NothingToCredit, PriceWithoutReturn } from '../refusals.ts';
import { CREDIT_NOTES, isHistoricSeries, nextNumber, PAST_CREDIT_NOTES, seriesId } from '../series.ts';
import { invoiceCommands } from './commands.ts';
import { type CreditFigures, composeCredit } from './compose-credit.ts';
import type { InvoiceEvent } from './events.ts';
import { Invoice } from './invoice.ts';
import { type InvoiceState, type IssuedInvoice, openOf } from './state.ts';

type Happened =
  | { readonly on: 'self'; readonly event: InvoiceEvent }
  | { readonly on: 'series'; readonly event: CreditNoteSeriesEvent }
  | { readonly on: 'note'; readonly event: CreditNoteEvent };
type Wish = CommandData<typeof invoiceCommands.IssueCreditNote>;

const isPast = (invoice: InvoiceState): boolean => invoice !== null && isHistoricSeries(invoice.content.series);
/** Who corrects an invoice: the company as it is now, or else, as the invoice knows it. */
type Corrector = Pick<Issuer, 'seller' | 'timeZone' | 'creditNoteSeries'> & Pick<CreditNoteContent, 'companyVersion'>;
const correctorOf = ({ issuer }: Wish, invoice: InvoiceState): Corrector | null => {
  if (issuer) return { ...issuer, companyVersion: issuer.version };
  return invoice && { ...invoice.content, creditNoteSeries: CREDIT_NOTES };
};

const issueDateOf = (invoice: InvoiceState, timeZone: string, { now, occurredAt }: DecisionContext): string =>
  localDate(isPast(invoice) ? occurredAt : now, timeZone);
const seriesOf = (
  invoice: InvoiceState,
  { timeZone, creditNoteSeries }: Pick<Corrector, 'timeZone' | 'creditNoteSeries'>,
  context: DecisionContext,
): string => seriesId(isPast(invoice) ? PAST_CREDIT_NOTES : creditNoteSeries, issueDateOf(invoice, timeZone, context));

const contentOf = (
  { creditNoteId, invoiceId, reason, returnId = null }: Wish,
  { companyVersion, seller, timeZone }: Corrector,
  invoice: IssuedInvoice,
  figures: CreditFigures,
  numbered: Pick<CreditNoteContent, 'series' | 'number'>,
  context: DecisionContext,
): CreditNoteContent => {
  const {
    number: invoiceNumber,
    orderId,
    orderNumber,
    customerId,
    customerName,
    billingAddress,
    buyerVatId,
    currency,
    prices,
  } = invoice.content;
  return {
    creditNoteId,
    ...numbered,
    invoiceId,
    invoiceNumber,
    orderId,
    orderNumber,
    customerId,
    customerName,
    billingAddress,
    buyerVatId,
    companyVersion,
    seller,
    timeZone,
    currency,
    prices,
    ...figures,
    issueDate: issueDateOf(invoice, timeZone, context),
    taxPoint: localDate(context.occurredAt, timeZone),
    reason,
    returnId,
  };
};

/** What a credit does to what is open: first it takes back what was written off, then it lowers what is left. */
const allocation = (invoice: IssuedInvoice, { creditNoteId, total }: CreditNoteContent): readonly InvoiceEvent[] => {
  const { orderId, customerId, currency } = invoice.content;
  const revived = Math.min(invoice.writtenOff, total);
  const open = openOf(invoice) + revived;
  const amount = Math.min(total, open);
  const isSettled = !invoice.closed && amount === open && revived === invoice.writtenOff;
  const reversed = { orderId, customerId, amount: revived, currency, because: 'CREDIT' } as const;
  return [
    ...(revived > 0 ? [{ type: 'InvoiceWriteOffReversed', data: reversed } as const] : []),
    ...(amount > 0 ? [{ type: 'CreditAllocated', data: { orderId, creditNoteId, amount, currency } } as const] : []),
    ...(isSettled ? [{ type: 'InvoiceSettled', data: { orderId } } as const] : []),
  ];
};

/** That it was too late is no fault of a process, which waits for an answer; a person is told why. */
const nothingLeft = (
  { creditNoteId }: Wish,
  { content: { number, orderId }, notNeeded }: IssuedInvoice,
  { actor }: DecisionContext,
): Decision<Happened> => {
  const none = NothingToCredit({ of: `invoice ${number}` });
  if (actor.kind !== 'process') return refuse(none);
  if (notNeeded.includes(creditNoteId)) return nothing;
  const data = { orderId, creditNoteId, reason: none.message };
  return accept<Happened>({ on: 'self', event: { type: 'CreditNoteNotNeeded', data } });
};

/** A favour is an amount; that pieces are worth something else is for those that came back. */
const lowersPrices = ({ lines, returnId = null }: Wish, { actor }: DecisionContext): boolean =>
  actor.kind !== 'process' &&
  returnId === null &&
  (lines ?? []).some(({ unitPrice, amount }) => unitPrice !== undefined || amount !== undefined);

/**
 * A credit note corrects an invoice: it is issued in the invoice's stream, which never lets it be credited more than it
 * comes to. Its number, and that it exists once, move in the same append.
 */
export const issueCreditNote = defineJointCommand({
  command: invoiceCommands.IssueCreditNote,
  owner: Invoice,
  companions: (wish, invoice, context) => {
    const corrector = correctorOf(wish, invoice);
    return {
      ...(corrector ? { series: [CreditNoteSeries, seriesOf(invoice, corrector, context)] as const } : {}),
      note: [CreditNote, wish.creditNoteId] as const,
    };
  },
  decide: (wish, { self, series, note }, context) => {
    const { invoiceId, creditNoteId, excess } = wish;
    if (note) return nothing;
    const corrector = correctorOf(wish, self);
    if (!self || !corrector || !series) return refuse(InvoiceUnknown({ invoiceId }));
    if (lowersPrices(wish, context)) return refuse(PriceWithoutReturn({ number: self.content.number }));
    const mayCut = (excess ?? (context.actor.kind === 'process' ? 'CUT' : 'REFUSE')) === 'CUT';
    const figures = composeCredit(self, wish, mayCut);
    if ('code' in figures) return refuse(figures);
    if (figures.total === 0) return nothingLeft(wish, self, context);
    const id = seriesOf(self, corrector, context);
    const { sequence, number } = nextNumber(id, series);
    const content = contentOf(wish, corrector, self, figures, { series: id, number }, context);
    return accept<Happened>(
      { on: 'self', event: { type: 'CreditNoteIssued', data: content } },
      ...allocation(self, content).map((event) => ({ on: 'self' as const, event })),
      { on: 'series', event: { type: 'CreditNoteNumberTaken', data: { sequence, number, creditNoteId } } },
      { on: 'note', event: { type: 'CreditNoteAgreed', data: { invoiceId, number } } },
    );
  },
});
