export { deliveryCommands } from './delivery/commands.ts';
export { deliveryEvents } from './delivery/events.ts';
export { shipmentPlanCommands } from './shipment-plan/commands.ts';
export { shipmentPlanEvents } from './shipment-plan/events.ts';
