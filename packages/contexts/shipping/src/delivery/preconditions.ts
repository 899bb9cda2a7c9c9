import type { Refusal } from '@waybill/kernel';
import { totalOf } from '../pieces.ts';
import {
  DeliveryNotCancellable,
  DeliveryNotConfirmable,
  DeliveryNotDispatchable,
  DeliveryNotFailable,
  DeliveryNotPackable,
  DeliveryNotPickable,
  DeliveryNotRetryable,
  DeliveryNotReturnable,
  NothingToReturn,
} from '../refusals.ts';
import { type DeliveryStatus, hasLeft, returnableOf, type ScheduledDelivery } from './delivery.ts';

type Why = (status: DeliveryStatus) => Refusal | null;
const onlyFrom =
  (from: DeliveryStatus, why: (details: { readonly status: string }) => Refusal): Why =>
  (status) =>
    status === from ? null : why({ status });

/** Each step wants the one before it; asked by decisions and by the screens alike. */
export const whyNotPickable: Why = onlyFrom('SCHEDULED', DeliveryNotPickable);
export const whyNotPackable: Why = onlyFrom('PICKED', DeliveryNotPackable);
export const whyNotDispatchable: Why = onlyFrom('PACKED', DeliveryNotDispatchable);
export const whyNotConfirmable: Why = onlyFrom('DISPATCHED', DeliveryNotConfirmable);
export const whyNotFailable: Why = onlyFrom('DISPATCHED', DeliveryNotFailable);
export const whyNotRetryable: Why = onlyFrom('FAILED', DeliveryNotRetryable);
export const whyNotCancellable: Why = (status) =>
  hasLeft(status) || status === 'CANCELLED' ? DeliveryNotCancellable({ status }) : null;

/** Goods can come back whatever became of the delivery, once it has left. */
const whyNotReturnable: Why = (status) => (hasLeft(status) ? null : DeliveryNotReturnable({ status }));

/** What can still be asked back. */
export const whyNothingReturnable = (
  deliveryId: string,
  delivery: Pick<ScheduledDelivery, 'status' | 'lines' | 'returns'>,
): Refusal | null =>
  whyNotReturnable(delivery.status) ?? (totalOf(returnableOf(delivery)) === 0 ? NothingToReturn({ deliveryId }) : null);

/** Once all of it came back, nothing more can come. */
export const whyNotReceivable = (deliveryId: string, status: DeliveryStatus): Refusal | null =>
  whyNotReturnable(status) ?? (status === 'RETURNED' ? NothingToReturn({ deliveryId }) : null);
