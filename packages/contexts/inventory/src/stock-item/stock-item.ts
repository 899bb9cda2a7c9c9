import { type Book, emptyBook, entryOf } from './book.ts';
import { emptyMemory, type Memory, recall } from './memory.ts';

/** A promise of pieces to an order line. `quantity`: what of it is still to be shipped. */
export interface Reservation {
  readonly orderId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly status: 'RESERVED' | 'WAITING' | 'RELEASED' | 'EXPIRED' | 'SHIPPED' | 'REJECTED';
  /** It does not lapse. */
  readonly firm: boolean;
  /** Pieces on hand stand behind it; not so while it waits, and on an item that was never counted. */
  readonly counted: boolean;
  /** That took of it. */
  readonly deliveries: readonly string[];
}

/** One SKU in one warehouse, in pieces. Always: 0 ≤ reserved ≤ onHand. */
export interface StockItemState {
  /** Somebody said how much there is. Until then nothing is known, and nothing is kept back from orders. */
  readonly counted: boolean;
  readonly onHand: number;
  /** Of the counted reservations. */
  readonly reserved: number;
  /** Of those in the queue. */
  readonly waiting: number;
  /** Ids of reservations, the oldest first. */
  readonly queue: readonly string[];
  /** RESERVED or WAITING. */
  readonly open: Book<Reservation>;
  readonly over: Memory<Reservation>;
  /** Releases that came before their reservations: how many pieces; null for all. */
  readonly forestalled: Memory<{ readonly quantity: number | null }>;
  /** Receipts, adjustments and returns that were recorded. */
  readonly recorded: Memory<true>;
}

export const nothingKnown: StockItemState = {
  counted: false,
  onHand: 0,
  reserved: 0,
  waiting: 0,
  queue: [],
  open: emptyBook,
  over: emptyMemory,
  forestalled: emptyMemory,
  recorded: emptyMemory,
};

/** Pieces that nobody was promised. */
export const free = ({ onHand, reserved }: StockItemState): number => onHand - reserved;

/** What a new reservation can have: while somebody waits, whatever is free is theirs. */
export const available = (state: StockItemState): number => (state.queue.length > 0 ? 0 : free(state));

export const reservationOf = ({ open, over }: StockItemState, id: string): Reservation | undefined =>
  entryOf(open, id) ?? recall(over, id);

/** What a reservation is at, as events tell it. */
export const standing = ({ status, counted }: Reservation): 'RESERVED' | 'UNCOUNTED' | 'WAITING' | 'OVER' => {
  if (status === 'WAITING') return 'WAITING';
  if (status !== 'RESERVED') return 'OVER';
  return counted ? 'RESERVED' : 'UNCOUNTED';
};

export const receiptKey = (receiptId: string): string => `receipt ${receiptId}`;
export const adjustmentKey = (adjustmentId: string): string => `adjustment ${adjustmentId}`;
/** One return can bring back several lines of one SKU. */
export const returnKey = (returnId: string, lineId: string): string => `return ${lineId} ${returnId}`;
