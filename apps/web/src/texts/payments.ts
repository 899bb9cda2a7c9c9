import type { UnallocatedReason } from '../graphql/generated/documents.ts';

export const payments = {
  title: 'Payments to match',
  about: 'Money that arrived and could not be put to an order. It is never refused and never lost.',
  arrived: 'Arrived',
  reference: 'Reference',
  channel: 'Where',
  named: 'Payer wrote',
  reason: 'Why it waits',
  amount: 'Waiting',
  reasons: {
    TOO_MUCH: 'More than was open',
    ORDER_CANCELLED: 'The order is cancelled',
    UNKNOWN_ORDER: 'No such order',
    OTHER_CURRENCY: 'Another currency',
  } satisfies Record<UnallocatedReason, string>,
  openOrder: 'Open order',
  failed: 'The payments could not be read',
  empty: {
    title: 'Nothing to match',
    text: 'Money that is too much, too late or for an unknown order will wait here.',
  },
};
