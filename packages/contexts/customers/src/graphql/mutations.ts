import { AddressInput, commandMutation, commandPayload } from '@waybill/graphql';
import { customerCommands } from '../customer/commands.ts';
import {
  CustomerAddressMissing,
  CustomerAlreadyExists,
  CustomerNameMissing,
  CustomerUnknown,
  CustomerVatIdInvalid,
} from '../customer/refusals.ts';
import { CREDIT_PERMISSION, CustomerKind } from './customer.ts';

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
commandMutation({
  command: customerCommands.SetCreditLimit,
  description: 'Sets what a customer may owe on credit. Orders on credit terms above it are held until there is room.',
  permission: () => CREDIT_PERMISSION,
  input: (t) => ({
    customerId: t.id({ required: true }),
    currency: t.string({ required: true, description: 'Three letters, e.g. GBP.' }),
    amount: t.field({ type: 'BigInt', description: 'Minor units; null or left out: as much as they like.' }),
  }),
  payload: commandPayload('Customer'),
  errors: [CustomerUnknown],
});
