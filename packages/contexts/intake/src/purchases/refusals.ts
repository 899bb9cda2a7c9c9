import { refusal } from '@waybill/kernel';

export const CancellationNotOpen = refusal(
  'CancellationNotOpen',
  { intakeId: 'String' },
  ({ intakeId }) => `No cancellation of message ${intakeId} waits here: reload, somebody was faster.`,
);

export const PurchaseDoesNotFit = refusal(
  'PurchaseDoesNotFit',
  { orderId: 'String', reason: 'String' },
  ({ orderId, reason }) => `It cannot be put to order ${orderId}: ${reason}. Choose another order, or a credit note.`,
);
