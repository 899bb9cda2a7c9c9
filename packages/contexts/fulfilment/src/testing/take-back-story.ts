import { derivedId } from '@waybill/kernel';
import type { Progress } from '../order/facts/progress.ts';
import {
  confirmed,
  delivered,
  deliveryId,
  dispatched,
  invoice,
  invoiced,
  invoicePaid,
  matched,
  money,
  orderId,
  placed,
  record,
  reserved,
  type Told,
  tell,
} from './story.ts';

export const happenedAt = '2011-03-01T10:00:00.000Z';
/** Two of the six were bought at another price than is credited. */
export const two = { lineId: 'L1', sku: 'A', quantity: 2, unitPrice: '2.10', amount: 420 };
export const postage = { lineId: 'P', sku: 'POST', quantity: 1, unitPrice: '4.00', amount: 400 };
export const discount = { lineId: null, sku: 'D', quantity: 1, unitPrice: '1.50', amount: 150 };
export const credit = (...matches: object[]): Told => matched({ intakeId: 'i-1', happenedAt, matches });
export const priced = { lineId: 'L1', quantity: 2, unitPrice: '2.10', amount: 420 };

export const paidLongAgo = [placed({ channel: 'online-retail' }), ...reserved, confirmed, ...money()];
export const historic = (...rest: Told[]): Told[] => [...paidLongAgo, invoiced, invoicePaid, ...rest];
export const arrived = historic(dispatched, delivered);
const paidToday = [placed(), ...reserved, confirmed, ...money()];
export const live = (...rest: Told[]): Told[] => [...paidToday, invoiced, invoicePaid, ...rest];
export const home = live(dispatched, delivered);

/** The id of the event by which it was matched, which everything else is derived from. */
export const matchOf = (...story: Told[]): string =>
  record(...story).find(({ type }) => type === 'CancellationMatched')?.eventId ?? '';
export const returnIdOf = (...story: Told[]): string => derivedId('return', matchOf(...story), deliveryId);
export const note = (creditNoteId: string, ...lines: object[]): Told =>
  invoice('CreditNoteIssued', { orderId, creditNoteId, lines, total: 420 });
export const stateAfter = (...story: Told[]): Progress => tell(record(...story)).state;

export const refusedWith = (cancellationId: string) => {
  const returnable = [{ deliveryId, lines: [{ lineId: 'L1', quantity: 2 }] }];
  return { code: 'ALREADY_DISPATCHED', message: '', cancellationId, returnable };
};
