import type { ExistingOrder } from './order.ts';

/** What the order counts as until now, for those who add orders up; nothing where its day was not recorded. */
export const countedAs = ({ placed, currency }: Pick<ExistingOrder, 'placed' | 'currency'>) =>
  placed?.on ? { placed: { on: placed.on, currency, net: placed.net, total: placed.total } } : {};
