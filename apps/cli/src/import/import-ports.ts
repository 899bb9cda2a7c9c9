import type { ImportPorts, ScheduledDelivery } from '@waybill/intake/import';
import type { RetailProduct } from '@waybill/intake/online-retail';
import type { House } from '../open-house.ts';

const ACTOR = { kind: 'import', id: 'online-retail', name: 'Online Retail import' } as const;

const DELIVERIES = `select order_id as "orderId", id as "deliveryId", status from shipping.deliveries
  where order_id = any($1)`;

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
export const importPorts = ({ engine, catalog, pool }: House): ImportPorts => ({
  execute: (request) => engine.execute(request),
  async addProducts(products) {
    const known = await catalog.find(products.map(({ sku }) => sku));
    const missing = products.filter(({ sku }) => !known.has(sku));
    if (missing.length > 0) await catalog.saveAll(missing.map(asProduct), ACTOR);
    return missing.length;
  },
  async deliveriesOf(orderIds) {
    const { rows } = await pool.query<ScheduledDelivery>(DELIVERIES, [orderIds]);
    return rows;
  },
});
