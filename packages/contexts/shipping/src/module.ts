import type { Module } from '@waybill/engine';
import { Delivery } from './delivery/aggregate.ts';
import { cancelDelivery } from './delivery/cancel-delivery.ts';
import { packDelivery } from './delivery/pack-delivery.ts';
import { pickDelivery } from './delivery/pick-delivery.ts';
import { type CustomerOfOrder, prepareAddress } from './prepare/address-owner.ts';
import { type DeliveryNumbers, prepareScheduleDelivery } from './prepare/delivery-numbers.ts';
import { planShipment } from './processes/plan-shipment.ts';
import { deliveries } from './read-models/deliveries.ts';
import { shipments } from './read-models/shipments.ts';
import { shippingRefusals } from './refusals.ts';
import { ShipmentPlan } from './shipment-plan/aggregate.ts';
import { changeDeliveryAddress } from './shipment-plan/change-delivery-address.ts';
import { scheduleDelivery } from './shipment-plan/schedule-delivery.ts';
import { stopShipment } from './shipment-plan/stop-shipment.ts';

export { type CustomerOfOrder, customersByPlan } from './prepare/address-owner.ts';
export { type DeliveryNumbers, postgresDeliveryNumbers } from './prepare/delivery-numbers.ts';

export interface ShippingPorts {
  readonly numbers: DeliveryNumbers;
  readonly customerOf: CustomerOfOrder;
}

/** What leaves the house, and what must not. */
export const shippingModule = ({ numbers, customerOf }: ShippingPorts): Module => ({
  name: 'shipping',
  aggregates: [ShipmentPlan, Delivery],
  jointCommands: [scheduleDelivery, stopShipment, changeDeliveryAddress, pickDelivery, packDelivery, cancelDelivery],
  projections: [deliveries, shipments],
  processes: [planShipment],
  prepare: {
    ScheduleDelivery: prepareScheduleDelivery(numbers),
    ChangeDeliveryAddress: prepareAddress(customerOf),
  },
  refusals: shippingRefusals,
});
