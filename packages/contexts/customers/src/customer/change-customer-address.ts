import { isDeepStrictEqual } from 'node:util';
import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { customerCommands } from './commands.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import { CustomerAddressMissing, CustomerUnknown } from './refusals.ts';

/** For orders to come: those that were made keep the address they have. */
export const changeCustomerAddress = (
  { customerId, address }: CommandData<typeof customerCommands.ChangeCustomerAddress>,
  customer: Customer,
): Decision<CustomerEvent> => {
  if (!customer) return refuse(CustomerUnknown({ customerId }));
  if (!address) return refuse(CustomerAddressMissing({}));
  if (isDeepStrictEqual(customer.address, address)) return nothing;
  return accept<CustomerEvent>({ type: 'CustomerAddressChanged', data: { customerId, address } });
};
