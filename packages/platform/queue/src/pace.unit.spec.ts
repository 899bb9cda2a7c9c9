import { expect, it } from 'vitest';
import type { Consumer } from './consumer.ts';
import { byPace } from './pace.ts';

const consumer = (name: string, kind: Consumer['kind'], freshness?: number): Consumer => ({
  name,
  kind,
  ...(freshness === undefined ? {} : { freshness }),
  drain: async () => ({ handled: 0, caughtUp: true, position: 0, busy: false }),
});

it('gathers the longer the older a view may be, within bounds', () => {
  const groups = byPace([
    consumer('sales.orders', 'projection', 100),
    consumer('billing.invoices', 'projection', 100),
    consumer('reporting.daily_sales', 'projection', 60_000),
    consumer('presence', 'projection', 1),
    consumer('fulfilment.order', 'process'),
  ]);
  expect(groups).toEqual([
    [4, ['sales.orders', 'billing.invoices', 'presence']],
    [25, ['reporting.daily_sales']],
    [10, ['fulfilment.order']],
  ]);
});
