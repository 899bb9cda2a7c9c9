import { orNull, type Unknown } from '@waybill/engine';
import { cancellationOf, isOpen } from '../order/cancellation.ts';
import type { CancellationRow, OrderRow } from './order-row.ts';

type Rows = readonly CancellationRow[];

export const askedRow = (
  rows: Rows,
  asked: { cancellationId: string | Unknown; reason: string; lines: CancellationRow['lines'] },
  requestedAt: string,
): Rows => [...rows, begun(orNull(asked.cancellationId), asked.reason, asked.lines, requestedAt)];

const begun = (
  id: string | null,
  reason: string,
  lines: CancellationRow['lines'],
  requestedAt: string,
): CancellationRow => {
  const open = { status: 'REQUESTED', answeredAt: null, cancelled: null, rejected: null } as const;
  return { id, reason, lines, requestedAt, ...open };
};

export const answeredRow = (
  rows: Rows,
  id: string | null,
  answer: Pick<CancellationRow, 'status' | 'answeredAt'> & Partial<CancellationRow>,
): Rows => {
  const meant = cancellationOf(rows, id);
  return rows.map((row) => (row === meant ? { ...row, ...answer } : row));
};

/** The whole order was cancelled: with it whatever was asked, or, where nobody had to be asked, at once. */
export const settledRows = (rows: Rows, reason: string, at: string): Rows =>
  (rows.some(isOpen) ? rows : [...rows, begun(null, reason, null, at)]).map((row) =>
    isOpen(row) ? { ...row, status: 'RECORDED', answeredAt: at } : row,
  );

/** All of them, and the last one as it has been shown from the beginning. */
export const shownCancellation = (rows: Rows): Pick<OrderRow, 'cancellation' | 'cancellations'> => {
  const last = rows.at(-1);
  if (!last) return { cancellation: null, cancellations: rows };
  const { reason, requestedAt, rejected } = last;
  const no = rejected && { code: rejected.code, message: rejected.message };
  return { cancellation: { reason, requestedAt, rejected: no }, cancellations: rows };
};
