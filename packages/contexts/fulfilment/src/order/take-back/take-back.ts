import type { LineQuantity } from '@waybill/sales/contract';

/** Pieces of one line that come back, at the price that is credited for them. */
export interface PricedPieces extends LineQuantity {
  /** Per piece, major units; as the order's prices are. */
  readonly unitPrice: string;
  /** Minor units likewise: their share of the rounded whole. */
  readonly amount: number;
}

/** Of one delivery, as one return. */
export interface Parcel {
  readonly returnId: string;
  readonly deliveryId: string;
  readonly pieces: readonly PricedPieces[];
  /** Shipping said that they are on their way back already. */
  readonly refused?: boolean;
}

/** Of what has not left the house. */
export interface CancelledPart {
  readonly cancellationId: string;
  readonly pieces: readonly PricedPieces[];
  /** Sales said no. */
  readonly refused?: boolean;
}

/** How it comes back; decided once it can be known. */
export interface Plan {
  readonly parcels: readonly Parcel[];
  readonly cancelled: CancelledPart | null;
}

/** A cancellation that named no order, as far as it was matched with this one; until it is carried out. */
export interface TakeBack {
  /** Of the event by which it was matched. */
  readonly id: string;
  readonly intakeId: string;
  /** ISO 8601, UTC: when the goods came back, as the channel says. */
  readonly happenedAt: string;
  readonly pieces: readonly PricedPieces[];
  /** Sums that bring nothing back; minor units. */
  readonly amounts: readonly { readonly code: string; readonly description: string; readonly amount: number }[];
  readonly plan: Plan | null;
  /** Minor units by credit note; 0 for one that was not needed. */
  readonly credited: Readonly<Record<string, number>>;
  /** Intake has heard of it: it is kept for the prices of what was cancelled. */
  readonly told?: boolean;
}

/** Minor units of what the cancellation says. */
export const askedOf = ({ pieces, amounts }: Pick<TakeBack, 'pieces' | 'amounts'>): number =>
  [...pieces, ...amounts].reduce((sum, { amount }) => sum + amount, 0);
