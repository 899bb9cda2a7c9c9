import { orderEvents } from '@waybill/sales/contract';
import { expect, it } from 'vitest';
import { orderBillingCommands, orderBillingEvents } from './contract.ts';

/** Every field name in a schema, however deep. */
const fieldsOf = (schema: unknown, found = new Set<string>()): Set<string> => {
  const def = (schema as { def?: Record<string, unknown> }).def;
  const shape = (schema as { shape?: Record<string, unknown> }).shape ?? {};
  for (const [name, field] of Object.entries(shape)) fieldsOf(field, found.add(name));
  for (const inner of [def?.element, def?.innerType]) if (inner) fieldsOf(inner, found);
  return found;
};

it('looks into lists and optional fields', () => {
  expect([...fieldsOf(orderEvents.OrderForBilling.schema)]).toEqual(
    expect.arrayContaining(['lines', 'unitPrice', 'billingAddress', 'postcode']),
  );
});

it.each([orderEvents.OrderForBilling, orderBillingEvents.BillingOpened, orderBillingCommands.OpenBilling])(
  '$type tells billing no weight and no delivery address',
  ({ schema }) => {
    expect([...fieldsOf(schema)].filter((name) => /weight|size|delivery/i.test(name))).toEqual([]);
  },
);

it('OrderForShipping tells shipping no price', () => {
  const fields = [...fieldsOf(orderEvents.OrderForShipping.schema)];
  expect(fields.filter((name) => /price|amount|tax|net|total|currency|billing/i.test(name))).toEqual([]);
  expect(fields).toContain('weightGrams');
});
