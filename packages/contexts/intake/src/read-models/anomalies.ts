import { defineProjection } from '@waybill/engine';
import { anomalyEvents } from '../anomaly/events.ts';
import type { AnomalyKind, Resolution } from '../anomaly/resolutions.ts';
import type { Candidate } from '../purchases/events.ts';

/** A row of intake.anomalies. */
export interface AnomalyRow {
  readonly anomalyId: string;
  readonly kind: AnomalyKind;
  readonly state: 'OPEN' | 'ASSIGNED' | 'RESOLVED';
  readonly channel: string;
  readonly messageId: string | null;
  readonly intakeId: string | null;
  readonly orderId: string | null;
  readonly externalOrderId: string | null;
  readonly customerId: string | null;
  readonly summary: string;
  /** Minor units. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly candidates: readonly Candidate[];
  readonly owner: string | null;
  readonly resolution: Resolution | null;
  readonly note: string | null;
  readonly chosenOrderId: string | null;
  readonly recordedAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  /** Of the anomaly's stream. */
  readonly version: number;
}

const unresolved = {
  owner: null,
  resolution: null,
  note: null,
  chosenOrderId: null,
  resolvedAt: null,
  resolvedBy: null,
};

/** What came otherwise than it should, who looks after it, and how it ended. */
export const anomalies = defineProjection({
  name: 'intake.anomalies',
  version: 1,
  events: [anomalyEvents.AnomalyRecorded, anomalyEvents.AnomalyAssigned, anomalyEvents.AnomalyResolved],
  table: { schema: 'intake', name: 'anomalies', key: 'anomaly_id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (row: AnomalyRow | undefined, event, anomalyId): AnomalyRow | undefined => {
    const { version, recordedAt, actor } = event;
    if (event.type === 'AnomalyRecorded')
      return { anomalyId, ...event.data, ...unresolved, state: 'OPEN', recordedAt: recordedAt.toISOString(), version };
    if (!row) return undefined;
    if (event.type === 'AnomalyAssigned') return { ...row, state: 'ASSIGNED', owner: event.data.owner, version };
    const { resolution, note, chosenOrderId } = event.data;
    const by = { resolvedAt: recordedAt.toISOString(), resolvedBy: actor.name ?? actor.id };
    return { ...row, state: 'RESOLVED', resolution, note, chosenOrderId, ...by, version };
  },
});
