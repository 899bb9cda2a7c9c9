import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import type { RetailProduct } from '../online-retail/survey.ts';

export type DeliveryStatus = 'SCHEDULED' | 'PICKED' | 'PACKED' | 'DISPATCHED' | 'DELIVERED';

/** A delivery that shipping made of an order, as far as its view knows. */
export interface ScheduledDelivery {
  readonly orderId: string;
  readonly deliveryId: string;
  readonly status: DeliveryStatus;
}

/** What the import needs of the house. All that it does, it does by commands; a catalogue takes products directly. */
export interface ImportPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  /** Adds the products that are not there yet, and leaves the others as they are; answers how many were added. */
  readonly addProducts: (products: readonly RetailProduct[]) => Promise<number>;
  readonly deliveriesOf: (orderIds: readonly string[]) => Promise<readonly ScheduledDelivery[]>;
}

/** How far it is. */
export interface ImportProgress {
  readonly step: 'reading' | 'products' | 'documents' | 'deliveries';
  readonly done: number;
  readonly total: number;
}
