import { type CommandData, type DecisionContext, defineJointCommand } from '@waybill/engine';
import { accept, documentTotals, lineAmount, lineTaxes, localDate, nothing, refuse } from '@waybill/kernel';
import { isHistoric } from '@waybill/sales/contract';
import type { Issuer } from '../company/issuer.ts';
import { CreditNoteSeries } from '../credit-note-series/credit-note-series.ts';
import type { CreditNoteSeriesEvent } from '../credit-note-series/events.ts';
import type { CreditLine } from '../documents/lines.ts';
import { CompanyNotFilledIn, NothingToCredit } from '../refusals.ts';
import { nextNumber, PAST_CREDIT_NOTES, seriesId } from '../series.ts';
import { creditNoteCommands } from './commands.ts';
import { CreditNote } from './credit-note.ts';
import type { CreditNoteContent, CreditNoteEvent } from './events.ts';

type Happened =
  | { readonly on: 'self'; readonly event: CreditNoteEvent }
  | { readonly on: 'series'; readonly event: CreditNoteSeriesEvent };
type Wish = CommandData<typeof creditNoteCommands.IssueStandaloneCreditNote>;

const issueDateOf = ({ channel }: Wish, { timeZone }: Issuer, { now, occurredAt }: DecisionContext): string =>
  localDate(isHistoric(channel) ? occurredAt : now, timeZone);
const seriesOf = (wish: Wish, issuer: Issuer, context: DecisionContext): string =>
  seriesId(isHistoric(wish.channel) ? PAST_CREDIT_NOTES : issuer.creditNoteSeries, issueDateOf(wish, issuer, context));

const linesOf = ({ lines, currency }: Wish): Omit<CreditLine, 'tax'>[] =>
  lines.map(({ code, quantity, unitPrice, ...line }) => ({
    lineId: null,
    kind: 'AMOUNT',
    sku: code,
    ...line,
    quantity,
    unitPrice,
    amount: lineAmount(quantity, unitPrice, currency),
    discount: 0,
  }));

/** A credit note for a customer without an invoice: where goods came back that no order here is known for. */
export const issueStandaloneCreditNote = defineJointCommand({
  command: creditNoteCommands.IssueStandaloneCreditNote,
  owner: CreditNote,
  companions: (wish, _note, context) => ({
    ...(wish.issuer ? { series: [CreditNoteSeries, seriesOf(wish, wish.issuer, context)] as const } : {}),
  }),
  decide: (wish, { self, series }, context) => {
    if (self) return nothing;
    const { issuer, prices } = wish;
    if (!issuer || !series) return refuse(CompanyNotFilledIn({}));
    const lines = linesOf(wish);
    const { taxes, ...totals } = documentTotals(lines, prices);
    if (totals.total === 0) return refuse(NothingToCredit({ of: `customer ${wish.customerId}` }));
    const id = seriesOf(wish, issuer, context);
    const { sequence, number } = nextNumber(id, series);
    const shares = lineTaxes(lines, taxes);
    const { creditNoteId, customerId, customerName, billingAddress, buyerVatId = null, currency, reason } = wish;
    const data: CreditNoteContent = {
      creditNoteId,
      number,
      series: id,
      invoiceId: null,
      invoiceNumber: null,
      orderId: null,
      orderNumber: null,
      customerId,
      customerName,
      billingAddress,
      buyerVatId,
      companyVersion: issuer.version,
      seller: issuer.seller,
      timeZone: issuer.timeZone,
      currency,
      prices,
      lines: lines.map((line, at) => ({ ...line, tax: shares[at] ?? 0 })),
      taxes: [...taxes],
      ...totals,
      issueDate: issueDateOf(wish, issuer, context),
      taxPoint: localDate(context.occurredAt, issuer.timeZone),
      reason,
      returnId: null,
    };
    return accept<Happened>(
      { on: 'self', event: { type: 'CreditNoteIssued', data } },
      { on: 'series', event: { type: 'CreditNoteNumberTaken', data: { sequence, number, creditNoteId } } },
    );
  },
});
