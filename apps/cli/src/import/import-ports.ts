import type { CreditOutcome, ImportPorts, ScheduledDelivery, TakenOrder } from '@waybill/intake/import';
import type { RetailProduct } from '@waybill/intake/online-retail';
import type { House } from '../open-house.ts';

const ACTOR = { kind: 'import', id: 'online-retail', name: 'Online Retail import' } as const;

const DELIVERIES = `select order_id as "orderId", id as "deliveryId", status from shipping.deliveries
  where order_id = any($1)`;

const TAKEN = `select id::text as "orderId", null as refused from sales.orders where id::text = any($1)
  union all
  select order_id, min(summary) from intake.anomalies where kind = 'REFUSED' and order_id = any($1) group by order_id`;

const CREDITS = `select intake_id as "intakeId", matched::float8 as matched, credited::float8 as credited,
    case status when 'UNREADABLE' then 1000000 else open_lines end::int as "openLines"
  from intake.messages where intake_id = any($1)`;

/** Told by the record itself: a view could be behind. */
const OPENED = `select data->>'sku' as sku, sum((data->>'quantity')::bigint)::float8 as pieces from es.events
  where type = 'StockReceived' and actor->>'kind' = $1 and actor->>'id' = $2 and data->>'note' = 'Opening stock'
  group by 1`;

/** The file states neither tax nor weight. */
const asProduct = ({ sku, name, unitPrice }: RetailProduct) => ({
  sku,
  description: name,
  unitPrice,
  currency: 'GBP',
  taxCode: 'NOT_STATED',
  taxRate: '0',
  weightGrams: null,
});

/** What an import needs, as this house has it. */
export const importPorts = ({ engine, catalog, pool, settled }: House): ImportPorts => ({
  execute: (request) => engine.execute(request),
  async addProducts(products) {
    const known = await catalog.find(products.map(({ sku }) => sku));
    const missing = products.filter(({ sku }) => !known.has(sku));
    if (missing.length > 0) await catalog.saveAll(missing.map(asProduct), ACTOR);
    return missing.length;
  },
  async openedBefore() {
    const { rows } = await pool.query<{ sku: string; pieces: number }>(OPENED, [ACTOR.kind, ACTOR.id]);
    return new Map(rows.map(({ sku, pieces }) => [sku, pieces]));
  },
  async takenAmong(orderIds) {
    const { rows } = await pool.query<TakenOrder>(TAKEN, [orderIds]);
    return rows;
  },
  async creditsAmong(intakeIds) {
    const { rows } = await pool.query<CreditOutcome>(CREDITS, [intakeIds]);
    return rows;
  },
  settled,
  async deliveriesOf(orderIds) {
    const { rows } = await pool.query<ScheduledDelivery>(DELIVERIES, [orderIds]);
    return rows;
  },
});
