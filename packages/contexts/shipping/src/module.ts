import type { Module } from '@waybill/engine';
import { Delivery } from './delivery/aggregate.ts';
import { packDelivery } from './delivery/pack-delivery.ts';
import { type DeliveryNumbers, prepareScheduleDelivery } from './prepare/delivery-numbers.ts';
import { planShipment } from './processes/plan-shipment.ts';
import { deliveries } from './read-models/deliveries.ts';
import { shippingRefusals } from './refusals.ts';
import { ShipmentPlan } from './shipment-plan/aggregate.ts';
import { scheduleDelivery } from './shipment-plan/schedule-delivery.ts';

export { type DeliveryNumbers, postgresDeliveryNumbers } from './prepare/delivery-numbers.ts';

export interface ShippingPorts {
  readonly numbers: DeliveryNumbers;
}

/** What leaves the house, and what must not. */
export const shippingModule = ({ numbers }: ShippingPorts): Module => ({
  name: 'shipping',
  aggregates: [ShipmentPlan, Delivery],
  jointCommands: [scheduleDelivery, packDelivery],
  projections: [deliveries],
  processes: [planShipment],
  prepare: { ScheduleDelivery: prepareScheduleDelivery(numbers) },
  refusals: shippingRefusals,
});
