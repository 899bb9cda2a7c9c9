import type { Module } from '@waybill/engine';
import { CreditLine } from './credit-line/aggregate.ts';
import { Customer } from './customer/aggregate.ts';
import { customerRefusals } from './customer/refusals.ts';
import type { CustomerNumbers } from './ports/postgres-customers.ts';
import { prepareCustomers } from './prepare-customers.ts';
import { creditLimits } from './processes/credit-limits.ts';
import { creditLines } from './read-models/credit-lines.ts';
import { customers } from './read-models/customers.ts';

export {
  type CustomerFacts,
  type CustomerNumbers,
  type Customers,
  type History,
  postgresCustomerNumbers,
  postgresCustomers,
  type Sql,
} from './ports/postgres-customers.ts';

/** Customers, where they live, and what they may owe. */
export const customersModule = ({ numbers }: { readonly numbers: CustomerNumbers }): Module => ({
  name: 'customers',
  aggregates: [Customer, CreditLine],
  processes: [creditLimits],
  projections: [customers, creditLines],
  prepare: prepareCustomers(numbers),
  refusals: customerRefusals,
});
