import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import type { RetailProduct } from '../online-retail/survey.ts';

export type DeliveryStatus = 'SCHEDULED' | 'PICKED' | 'PACKED' | 'DISPATCHED' | 'DELIVERED';

/** A delivery that shipping made of an order, as far as its view knows. */
export interface ScheduledDelivery {
  readonly orderId: string;
  readonly deliveryId: string;
  readonly status: DeliveryStatus;
}

/** What sales made of an order's message: it is placed, or refused with a reason. */
export interface TakenOrder {
  readonly orderId: string;
  readonly refused: string | null;
}

/** What became of a cancellation that names no order. */
export interface CreditOutcome {
  readonly intakeId: string;
  /** Lines of which something was not found. */
  readonly openLines: number;
  /** Minor units of what was found, and of what of it is credited. */
  readonly matched: number;
  readonly credited: number;
}

/** What the import needs of the house. All that it does, it does by commands; a catalogue takes products directly. */
export interface ImportPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  /** Adds the products that are not there yet, and leaves the others as they are; answers how many were added. */
  readonly addProducts: (products: readonly RetailProduct[]) => Promise<number>;
  /** Pieces by product that earlier runs received as opening stock. */
  readonly openedBefore: () => Promise<ReadonlyMap<string, number>>;
  /** Those of these orders that sales has placed or refused. */
  readonly takenAmong: (orderIds: readonly string[]) => Promise<readonly TakenOrder[]>;
  readonly deliveriesOf: (orderIds: readonly string[]) => Promise<readonly ScheduledDelivery[]>;
  readonly creditsAmong: (intakeIds: readonly string[]) => Promise<readonly CreditOutcome[]>;
  /** Settles when processes and views have nothing left to do. */
  readonly settled: () => Promise<void>;
}

/** How far it is. */
export interface ImportProgress {
  readonly step: 'reading' | 'products' | 'stock' | 'documents' | 'settling';
  readonly done: number;
  readonly total: number;
}
