import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { isVatId, vatIdFrom } from '../vat-id.ts';
import type { customerCommands } from './commands.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import { CustomerUnknown, CustomerVatIdInvalid } from './refusals.ts';

/** For orders to come: documents say the one that was there when the order was made. */
export const changeCustomerVatId = (
  { customerId, vatId: given }: CommandData<typeof customerCommands.ChangeCustomerVatId>,
  customer: Customer,
): Decision<CustomerEvent> => {
  if (!customer) return refuse(CustomerUnknown({ customerId }));
  const vatId = vatIdFrom(given);
  if (vatId !== null && !isVatId(vatId)) return refuse(CustomerVatIdInvalid({}));
  if (customer.vatId === vatId) return nothing;
  return accept<CustomerEvent>({ type: 'CustomerVatIdChanged', data: { customerId, vatId } });
};
