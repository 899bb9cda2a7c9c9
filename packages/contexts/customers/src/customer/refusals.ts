import { refusal } from '@waybill/kernel';

export const CustomerUnknown = refusal(
  'CustomerUnknown',
  { customerId: 'String' },
  ({ customerId }) => `There is no customer ${customerId}: check the id, or register the customer first.`,
);
export const CustomerAlreadyExists = refusal(
  'CustomerAlreadyExists',
  { customerId: 'String' },
  ({ customerId }) =>
    `There is another customer ${customerId} already: change their address, or register this one under another id.`,
);
export const CustomerNameMissing = refusal(
  'CustomerNameMissing',
  {},
  () => 'The customer has no name: give the name that invoices are made out to.',
);
export const CustomerAddressMissing = refusal(
  'CustomerAddressMissing',
  {},
  () => 'The customer has no address: give one, with its country at least.',
);

export const CustomerVatIdInvalid = refusal(
  'CustomerVatIdInvalid',
  {},
  () =>
    'This is no VAT id: give the two letters of the country and 2 to 12 letters or digits, as in GB123456789, or leave it out.',
);

export const customerRefusals = [
  CustomerUnknown,
  CustomerAlreadyExists,
  CustomerNameMissing,
  CustomerAddressMissing,
  CustomerVatIdInvalid,
] as const;
