import type { Module } from '@waybill/engine';
import { Customer } from './customer/aggregate.ts';
import { customerRefusals } from './customer/refusals.ts';
import type { CustomerNumbers } from './ports/postgres-customers.ts';
import { prepareCustomers } from './prepare-customers.ts';
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

/** Customers and where they live. */
export const customersModule = ({ numbers }: { readonly numbers: CustomerNumbers }): Module => ({
  name: 'customers',
  aggregates: [Customer],
  projections: [customers],
  prepare: prepareCustomers(numbers),
  refusals: customerRefusals,
});
