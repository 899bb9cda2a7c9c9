import { AddressInput, commandMutation, commandPayload } from '@waybill/graphql';
import { customerCommands } from '../customer/commands.ts';
import {
  CustomerAddressMissing,
  CustomerAlreadyExists,
  CustomerNameMissing,
  CustomerUnknown,
  CustomerVatIdInvalid,
} from '../customer/refusals.ts';
import { CustomerKind } from './customer.ts';

commandMutation({
  command: customerCommands.RegisterCustomer,
  description: 'Registers someone who orders.',
  input: (t) => ({
    name: t.string({ required: true }),
    email: t.string(),
    kind: t.field({ type: CustomerKind, defaultValue: 'BUSINESS' }),
    address: t.field({ type: AddressInput, required: true }),
    vatId: t.string({ description: 'Of the EU or the United Kingdom; spaces and small letters do not matter.' }),
  }),
  payload: commandPayload('Customer'),
  errors: [CustomerAlreadyExists, CustomerNameMissing, CustomerAddressMissing, CustomerVatIdInvalid],
  versioned: false,
});
commandMutation({
  command: customerCommands.ChangeCustomerAddress,
  description: 'Changes where a customer is. Orders keep the address they were placed with.',
  input: (t) => ({ customerId: t.id({ required: true }), address: t.field({ type: AddressInput, required: true }) }),
  payload: commandPayload('Customer'),
  errors: [CustomerUnknown, CustomerAddressMissing],
});
commandMutation({
  command: customerCommands.ChangeCustomerVatId,
  description:
    'Changes the VAT id of a customer. Invoices of orders that were placed keep the one they were placed with.',
  input: (t) => ({
    customerId: t.id({ required: true }),
    vatId: t.string({ description: 'Left out: they have none any more.' }),
  }),
  payload: commandPayload('Customer'),
  errors: [CustomerUnknown, CustomerVatIdInvalid],
});
