import { defineAggregate } from '@waybill/engine';
import { changeCustomerAddress } from './change-customer-address.ts';
import { changeCustomerVatId } from './change-customer-vat-id.ts';
import { customerCommands } from './commands.ts';
import { type Customer as CustomerState, evolve } from './customer.ts';
import { customerEvents } from './events.ts';
import { registerCustomer } from './register-customer.ts';
import { setCreditLimit } from './set-credit-limit.ts';

/** Streams `customer-<id>`. */
export const Customer = defineAggregate({
  category: 'customer',
  events: customerEvents,
  commands: customerCommands,
  initial: null as CustomerState,
  evolve,
  decide: {
    RegisterCustomer: registerCustomer,
    ChangeCustomerAddress: changeCustomerAddress,
    ChangeCustomerVatId: changeCustomerVatId,
    SetCreditLimit: setCreditLimit,
  },
});
