import type { SalesPorts } from '../ports/ports.ts';
import { leeds, mugs } from './order-fixtures.ts';

const { sku, description, unitPrice, currency, taxCode, taxRate, weightGrams, size } = mugs;
export const mug = { sku, description, unitPrice, currency, taxCode, taxRate, weightGrams, size };

/** The rest of the house as it is in specs: one product, one customer, one order. `asked` lists what was looked up. */
export const fakePorts = () => {
  const asked: string[] = [];
  const ports: SalesPorts = {
    products: {
      find: async (skus) => {
        asked.push(`products ${skus.join()}`);
        return new Map(skus.filter((code) => code === mug.sku).map((code) => [code, mug]));
      },
    },
    customers: {
      find: async (id) => {
        asked.push(`customer ${id}`);
        return id === 'c1' ? { name: 'Ada Ltd', address: leeds } : null;
      },
    },
    numbers: { next: async () => 'ORD-2026-000001' },
    taxRates: {
      list: async () => [
        { taxCode: 'STANDARD', taxRate: '19' },
        { taxCode: 'REDUCED', taxRate: '7' },
      ],
    },
    orders: { find: async (id) => (id === 'o1' ? { customerId: 'c1', currency: 'GBP', prices: 'NET' } : null) },
  };
  return { ports, asked };
};
