import type { Prepare } from '@waybill/engine';
import { isId, newId } from '@waybill/kernel';
import type { CustomerNumbers } from './ports/postgres-customers.ts';

/** What the server adds to a registration: an id and a number, where the client gives none. */
export const prepareCustomers = (numbers: CustomerNumbers): Readonly<Record<string, Prepare>> => ({
  async RegisterCustomer(input) {
    const { customerId, number, email, kind } = input;
    if (customerId != null && !(typeof customerId === 'string' && isId(customerId))) return notAnId;
    const data = {
      ...input,
      customerId: customerId?.toLowerCase() ?? newId(),
      number: number ?? (await numbers.next()),
      email: email ?? null,
      kind: kind ?? 'BUSINESS',
    };
    return { kind: 'prepared', data };
  },
});

/** The engine's own refusal of what it cannot read. */
const notAnId = {
  kind: 'refused',
  refusal: {
    code: 'InvalidInput',
    message: 'customerId is not a UUID: give one, or leave it out and the server makes one.',
    details: { path: 'customerId', reason: 'not a UUID' },
  },
} as const;
