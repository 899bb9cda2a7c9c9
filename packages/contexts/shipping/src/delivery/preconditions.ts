import type { Refusal } from '@waybill/kernel';
import {
  DeliveryNotConfirmable,
  DeliveryNotDispatchable,
  DeliveryNotPackable,
  DeliveryNotPickable,
} from '../refusals.ts';
import type { DeliveryStatus } from './delivery.ts';

type Why = (status: DeliveryStatus) => Refusal | null;

/** Each step wants the one before it; asked by decisions and by the screens alike. */
export const whyNotPickable: Why = (status) => (status === 'SCHEDULED' ? null : DeliveryNotPickable({ status }));
export const whyNotPackable: Why = (status) => (status === 'PICKED' ? null : DeliveryNotPackable({ status }));
export const whyNotDispatchable: Why = (status) => (status === 'PACKED' ? null : DeliveryNotDispatchable({ status }));
export const whyNotConfirmable: Why = (status) => (status === 'DISPATCHED' ? null : DeliveryNotConfirmable({ status }));
