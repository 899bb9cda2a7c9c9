import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { customerCommands } from './commands.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './events.ts';
import { CustomerUnknown } from './refusals.ts';

/** It counts for what is reserved from now on; orders that have their credit keep it. */
export const setCreditLimit = (
  { customerId, currency, amount }: CommandData<typeof customerCommands.SetCreditLimit>,
  customer: Customer,
): Decision<CustomerEvent> => {
  if (!customer) return refuse(CustomerUnknown({ customerId }));
  if ((customer.creditLimits[currency] ?? null) === amount) return nothing;
  return accept<CustomerEvent>({ type: 'CreditLimitSet', data: { customerId, currency, amount } });
};
