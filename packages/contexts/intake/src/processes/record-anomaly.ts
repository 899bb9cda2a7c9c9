import { type CommandMessage, send } from '@waybill/engine';
import { anomalyCommands } from '../anomaly/commands.ts';
import type { AnomalyKind, Resolution } from '../anomaly/resolutions.ts';
import type { Candidate } from '../purchases/events.ts';
import { anomalyIdOf } from './anomaly-id.ts';

interface Wrong {
  readonly kind: AnomalyKind;
  /** What tells it from others of its kind. */
  readonly about: readonly string[];
  readonly channel: string;
  readonly summary: string;
  readonly messageId?: string | null;
  readonly intakeId?: string | null;
  readonly orderId?: string | null;
  readonly externalOrderId?: string | null;
  readonly customerId?: string | null;
  readonly amount?: number | null;
  readonly currency?: string | null;
  readonly candidates?: readonly Candidate[];
}

/** Something is wrong. Its owner is the channel's, which the server adds. */
export const recordAnomaly = ({ kind, about, candidates = [], ...wrong }: Wrong): CommandMessage =>
  send(anomalyCommands.RecordAnomaly, {
    anomalyId: anomalyIdOf(kind, ...about),
    kind,
    messageId: null,
    intakeId: null,
    orderId: null,
    externalOrderId: null,
    customerId: null,
    amount: null,
    currency: null,
    owner: null,
    candidates: [...candidates],
    ...wrong,
  });

/** It came right by itself. */
export const settleAnomaly = (
  kind: AnomalyKind,
  about: readonly string[],
  resolution: Resolution,
  note: string,
): CommandMessage => send(anomalyCommands.SettleAnomaly, { anomalyId: anomalyIdOf(kind, ...about), resolution, note });
