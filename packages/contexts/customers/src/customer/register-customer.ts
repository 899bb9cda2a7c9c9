import { isDeepStrictEqual } from 'node:util';
import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { isVatId, vatIdFrom } from '../vat-id.ts';
import type { customerCommands } from './commands.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import {
  CustomerAddressMissing,
  CustomerAlreadyExists,
  CustomerNameMissing,
  CustomerVatIdInvalid,
} from './refusals.ts';

/** The same person under the same id again is the first registration; the number they got then stays. */
export const registerCustomer = (
  wanted: CommandData<typeof customerCommands.RegisterCustomer>,
  customer: Customer,
): Decision<CustomerEvent> => {
  const { customerId, number, kind, name, email, address } = wanted;
  const vatId = vatIdFrom(wanted.vatId);
  if (customer) {
    const { number: _, creditLimits: __, ...known } = customer;
    const isSame = isDeepStrictEqual(known, { kind, name, email, address, vatId });
    return isSame ? nothing : refuse(CustomerAlreadyExists({ customerId }));
  }
  if (!name?.trim()) return refuse(CustomerNameMissing({}));
  if (!address) return refuse(CustomerAddressMissing({}));
  if (vatId !== null && !isVatId(vatId)) return refuse(CustomerVatIdInvalid({}));
  return accept<CustomerEvent>({
    type: 'CustomerRegistered',
    data: { customerId, number, kind, name, email, address, vatId },
  });
};
