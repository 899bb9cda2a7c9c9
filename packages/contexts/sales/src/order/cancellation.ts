import { orNull, type Unknown } from '@waybill/engine';
import type { LineQuantity } from './line.ts';

/** One wish to cancel, and what became of it. */
export interface Cancellation {
  /** Null where it was recorded before cancellations had ids. */
  readonly id: string | null;
  readonly reason: string;
  /** The pieces that are not wanted; null: everything. */
  readonly lines: readonly LineQuantity[] | null;
  readonly status: 'REQUESTED' | 'RECORDED' | 'REJECTED';
}
type Cancellations = readonly Cancellation[];

export const isOpen = ({ status }: Pick<Cancellation, 'status'>): boolean => status === 'REQUESTED';

/** True while it waits for an answer whether everything can be cancelled. */
export const isAllAsked = (cancellations: Cancellations): boolean =>
  cancellations.some((cancellation) => isOpen(cancellation) && cancellation.lines === null);

export const asked = (
  cancellations: Cancellations,
  { cancellationId, reason, lines }: { cancellationId: string | Unknown; reason: string; lines: Cancellation['lines'] },
): Cancellations => [...cancellations, { id: orNull(cancellationId), reason, lines, status: 'REQUESTED' }];

/** The one that is meant: by its id; without one, the last that waits, or else the last. */
export const cancellationOf = (cancellations: Cancellations, id: string | null): Cancellation | undefined =>
  id === null
    ? (cancellations.findLast(isOpen) ?? cancellations.at(-1))
    : cancellations.findLast((cancellation) => cancellation.id === id);

export const answered = (
  cancellations: Cancellations,
  id: string | Unknown | null,
  status: Cancellation['status'],
): Cancellations => {
  const meant = cancellationOf(cancellations, orNull(id));
  return cancellations.map((cancellation) => (cancellation === meant ? { ...cancellation, status } : cancellation));
};

/** The whole order is gone, and with it whatever was still asked. */
export const resolved = (cancellations: Cancellations): Cancellations =>
  cancellations.map((cancellation) => (isOpen(cancellation) ? { ...cancellation, status: 'RECORDED' } : cancellation));
