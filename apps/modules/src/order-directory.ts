import { isId } from '@waybill/kernel';
import type { OrderDirectory } from '@waybill/payments/module';
import type { Pool } from 'pg';

const BY_ID = `select substr(stream_id, 7) as id from es.streams where stream_id = 'order-' || $1 and version > 0`;

/** By the read table, and by the events it has not folded yet: an order counts from the moment it was placed. */
const BY_NUMBER = `
  select id::text from sales.orders where number = $1
  union all
  select substr(stream_id, 7) from es.events
   where type in ('OrderDrafted', 'OrderPlaced')
     and position > (
       select coalesce(min(c.position), 0) from es.checkpoints c
       join es.generations g on g.projection = c.consumer and g.generation = c.generation
       where c.consumer = 'sales.orders' and g.status in ('live', 'retired')
     )
     and data ->> 'number' = $1
  limit 1`;

/** Finds orders for money that arrives. */
export const postgresOrderDirectory = (pool: Pool): OrderDirectory => ({
  async find(numberOrId) {
    const [statement, key] = isId(numberOrId)
      ? [BY_ID, numberOrId.toLowerCase()]
      : [BY_NUMBER, numberOrId.toUpperCase()];
    const { rows } = await pool.query<{ id: string }>(statement, [key]);
    return rows[0] && { orderId: rows[0].id };
  },
});
