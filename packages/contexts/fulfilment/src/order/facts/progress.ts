import type { LineQuantity, OverCredit, PaymentTerms, ShortagePolicy } from '@waybill/sales/contract';
import type { TakeBack } from '../take-back/take-back.ts';

export interface GoodsLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

/** The order as it was placed. */
export interface Placed {
  readonly number: string;
  /** Minor units. */
  readonly total: number;
  readonly currency: string;
  /** False where everything is a charge: then there is nothing to ship. */
  readonly hasGoods: boolean;
  /** To be reserved. Missing in orders that were placed before stock was kept: they go on without. */
  readonly goods?: readonly GoodsLine[];
  readonly terms?: PaymentTerms;
  readonly shortage?: ShortagePolicy;
  /** It is of long ago: no timers, mails or alarms. */
  readonly historic?: boolean;
  /** Missing in orders that were placed before there were credit limits: they go on without asking. */
  readonly customerId?: string;
}

/** Somebody asks to cancel. `id`: of the event that asked. */
export interface Ask {
  readonly id: string;
  readonly reason: string;
  /** Missing where it was asked before cancellations had ids. */
  readonly cancellationId?: string;
  /** The pieces that are not wanted any more; null, or missing in asks of before: everything. */
  readonly lines?: readonly LineQuantity[] | null;
  /** Shipping's answer. */
  readonly answer?: Answer;
  /** Sales has the outcome. */
  readonly recorded?: boolean;
}
export type Answer =
  | { readonly kind: 'STOPPED'; readonly everything: boolean }
  | {
      readonly kind: 'DENIED';
      readonly code: string;
      readonly message: string;
      readonly returnInstead: readonly Parcel[] | null;
    };
export interface Stop {
  readonly cancellationId: string;
  readonly reason: string;
  readonly lines: readonly LineQuantity[];
  readonly everything: boolean;
}
interface Parcel {
  readonly deliveryId: string;
  readonly lines: readonly LineQuantity[];
}

/** A line's reservation. LAPSED: it was made once, and is made again when it is firm. */
export type Reservation = 'RESERVED' | 'WAITING' | 'REJECTED' | 'LAPSED';

export interface Invoice {
  /** The delivery that it is for; null where it is for the order. */
  readonly deliveryId: string | null;
  /** Minor units. */
  readonly total: number;
  readonly currency: string;
  /** Σ of its credit notes. */
  readonly credited: number;
  readonly settled: boolean;
  /** What billing was asked to put to it. */
  readonly allocated: number | null;
  /** How often some of that was taken back, as a payment had bounced. Missing where it never was. */
  readonly reversals?: number;
  /** The first one, 0, has the charges. Missing in states of before. */
  readonly nth?: number;
}

export interface Delivery {
  /** What left the house with it; null where that was not recorded. */
  readonly lines: readonly GoodsLine[] | null;
  readonly confirmed: boolean;
  readonly sentBack: boolean;
  /** Pieces that came back, by line. */
  readonly returned: Readonly<Record<string, number>>;
}

export interface GoodsReturn {
  readonly returnId: string;
  readonly deliveryId: string;
  readonly lines: readonly (GoodsLine & { readonly disposition: 'RESTOCK' | 'SCRAP' })[];
}

/** A cancellation as billing took it: what of it is on invoices already. */
export interface Reduction {
  readonly cancellationId: string;
  readonly invoiced: readonly { readonly invoiceId: string; readonly lines: readonly LineQuantity[] }[];
}

/** The order's money. Minor units. */
export interface Money {
  /** What came and is put to the order, by currency. */
  readonly held: Readonly<Record<string, number>>;
  /** What was asked for last; null while nothing is. */
  readonly asked: number | null;
  /** The command that changed last what is asked for: what it set free is to go back. */
  readonly changedBy: string | null;
  /** By the events that set it free. */
  readonly freed: readonly { readonly id: string; readonly amount: number; readonly currency: string }[];
  /** Refunds that were asked for and are not answered, or under way. */
  readonly refunds: readonly string[];
  /** Some of what it held bounced, or was sent back by a person. Missing where nothing was. */
  readonly lacks?: boolean;
  /** Payments that bounced, whoever had them. Missing where none did. */
  readonly failed?: readonly string[];
}

/** What the order has of its customer's credit line. Minor units. */
export interface Credit {
  /** What the line was told last to be open of the order. */
  readonly told: number;
  readonly revision: number;
  readonly answer: 'RESERVED' | 'REFUSED' | null;
  /** Why it was refused. Missing where it never was. */
  readonly over?: OverCredit;
  /** A person lets it go on over the limit. */
  readonly overridden: boolean;
}

/** What fulfilment knows of one order: facts that came true, and steps that were taken. Both only grow. */
export interface Progress {
  /** How much of each stream was heard, by version: what comes again is no news. */
  readonly heard: Readonly<Record<string, number>>;
  /** Nothing of this instance is about an order. */
  readonly foreign: boolean;
  readonly placed: Placed | null;
  readonly confirmed: boolean;
  /** By line. */
  readonly stock: Readonly<Record<string, Reservation>>;
  readonly paid: boolean;
  /** The time to pay is over. */
  readonly overdue: boolean;
  readonly money: Money;
  /** Missing while no credit was asked for. */
  readonly credit?: Credit;
  /** `reason` null: it was released. `forCredit`: it was over what its customer may owe. */
  readonly holds: readonly { readonly id: string; readonly reason: string | null; readonly forCredit?: boolean }[];
  /** Why shipping holds it, as it was told last; null where it does not. Missing in states of before. */
  readonly heldFor?: string | null;
  readonly invoices: Readonly<Record<string, Invoice>>;
  /** What the whole order comes to after cancellations, as billing says; null while nothing was cancelled. */
  readonly orderTotal: number | null;
  readonly reductions: readonly Reduction[];
  /** Billing was to stop, and an invoice was there first. */
  readonly billedFirst: boolean;
  readonly deliveries: Readonly<Record<string, Delivery>>;
  /** Events by which pieces that were in a delivery became open again. `split`: the delivery goes on with the others. */
  readonly reopened: readonly { readonly id: string; readonly split: boolean }[];
  readonly returns: readonly GoodsReturn[];
  /** Asked back and not here yet, by return. */
  readonly returning: Readonly<Record<string, Parcel>>;
  /** Cancellations that named no order and were found to be of this one, until they are carried out. */
  readonly takeBacks: readonly TakeBack[];
  /** Everything was delivered, before deliveries told what was in them. */
  readonly delivered: boolean;
  readonly asks: readonly Ask[];
  /** What a person stopped in shipping itself, before sales was asked; to be cancelled there too. */
  readonly stops: readonly Stop[];
  /** Shipping stopped everything. */
  readonly stopped: boolean;
  readonly cancelled: boolean;
  readonly expired: boolean;
  readonly taken: readonly string[];
}

export const unknown: Progress = {
  heard: {},
  foreign: false,
  placed: null,
  confirmed: false,
  stock: {},
  paid: false,
  overdue: false,
  money: { held: {}, asked: null, changedBy: null, freed: [], refunds: [] },
  holds: [],
  invoices: {},
  orderTotal: null,
  reductions: [],
  billedFirst: false,
  deliveries: {},
  reopened: [],
  returns: [],
  returning: {},
  takeBacks: [],
  delivered: false,
  asks: [],
  stops: [],
  stopped: false,
  cancelled: false,
  expired: false,
  taken: [],
};

export const hasTaken = ({ taken }: Pick<Progress, 'taken'>, step: string): boolean => taken.includes(step);
