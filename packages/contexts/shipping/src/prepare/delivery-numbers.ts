import type { Prepare } from '@waybill/engine';
import { newId, perTick } from '@waybill/kernel';

/** Readable numbers of deliveries; a gap does no harm. */
export interface DeliveryNumbers {
  next(): Promise<string>;
}

interface Sql {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const NUMBERS = {
  name: 'shipping.delivery_number',
  // Not flushed on its own: an event that carries the number is, and the number with it, as it stands before it in the log.
  text: `with soon as materialized (select set_config('synchronous_commit', 'off', true))
         select nextval('shipping.delivery_number')::text as sequence from soon, generate_series(1, $1)`,
};

/** DEL-000091, from a sequence. */
export const postgresDeliveryNumbers = (sql: Sql): DeliveryNumbers => {
  const next = perTick(async (calls: readonly null[]) => {
    const { rows } = await sql.query({ ...NUMBERS, values: [calls.length] });
    return (rows as { sequence: string }[]).map(({ sequence }) => sequence);
  });
  return { next: async () => `DEL-${(await next(null)).padStart(6, '0')}` };
};

/** A delivery that comes without a number gets the next one, and an id where it has none. */
export const prepareScheduleDelivery =
  (numbers: DeliveryNumbers): Prepare =>
  async (input) => ({
    kind: 'prepared',
    data: {
      ...input,
      deliveryId: input.deliveryId ?? newId(),
      number: typeof input.number === 'string' ? input.number : await numbers.next(),
    },
  });
