import { defineJointCommand } from '@waybill/engine';
import { accept, defer, nothing, refuse } from '@waybill/kernel';
import { AddressFrozen, ShipmentStopped } from '../refusals.ts';
import { ShipmentPlan } from './aggregate.ts';
import { shipmentPlanCommands } from './commands.ts';
import { NOT_PLANNED } from './plan-shipment.ts';
import { deliveriesOf, type Happened, nameOf, withDeliveries } from './with-deliveries.ts';

/** Until the first delivery is packed; deliveries that are scheduled or picked go to the new address with the order. */
export const changeDeliveryAddress = defineJointCommand({
  command: shipmentPlanCommands.ChangeDeliveryAddress,
  owner: ShipmentPlan,
  companions: withDeliveries,
  decide: ({ orderId, address: deliveryAddress }, { self: plan, ...deliveries }) => {
    const { planned, complete, frozen } = plan;
    if (!planned) return defer(NOT_PLANNED);
    if (complete) return refuse(ShipmentStopped({ orderId }));
    if (isSame(planned.deliveryAddress, deliveryAddress)) return nothing;
    if (frozen) return refuse(AddressFrozen({ orderId }));
    const { customerId } = planned;
    const redirected = deliveriesOf(plan, deliveries).map(
      ({ id }): Happened => ({
        on: nameOf(id),
        event: { type: 'DeliveryRedirected', data: { orderId, customerId, deliveryAddress } },
      }),
    );
    const changed: Happened = {
      on: 'self',
      event: { type: 'ShipmentAddressChanged', data: { customerId, deliveryAddress } },
    };
    return accept<Happened>(changed, ...redirected);
  },
});

const FIELDS = ['line1', 'line2', 'city', 'postcode', 'country'] as const;
type Address = { readonly [K in (typeof FIELDS)[number]]?: string | undefined } | null;
const isSame = (one: Address, other: Address): boolean => FIELDS.every((field) => one?.[field] === other?.[field]);
