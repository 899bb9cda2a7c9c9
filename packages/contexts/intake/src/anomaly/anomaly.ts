import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { anomalyCommands } from './commands.ts';
import { type AnomalyEvent, anomalyEvents } from './events.ts';
import { AnomalyAlreadyResolved, AnomalyUnknown } from './refusals.ts';
import type { AnomalyKind, Resolution } from './resolutions.ts';

/** Null: nothing was ever recorded. */
export type Anomaly = {
  readonly kind: AnomalyKind;
  readonly intakeId: string | null;
  readonly orderId: string | null;
  readonly customerId: string | null;
  readonly owner: string | null;
  readonly resolution: Resolution | null;
} | null;

type Of<K extends keyof typeof anomalyCommands> = CommandData<(typeof anomalyCommands)[K]>;

const record = ({ anomalyId: _, owner, ...data }: Of<'RecordAnomaly'>, anomaly: Anomaly): Decision<AnomalyEvent> => {
  if (anomaly) return nothing;
  const recorded: AnomalyEvent = { type: 'AnomalyRecorded', data };
  return owner === null
    ? accept(recorded)
    : accept<AnomalyEvent>(recorded, { type: 'AnomalyAssigned', data: { owner } });
};

const assign = ({ anomalyId, owner }: Of<'AssignAnomaly'>, anomaly: Anomaly): Decision<AnomalyEvent> => {
  if (!anomaly) return refuse(AnomalyUnknown({ anomalyId }));
  if (anomaly.resolution) return refuse(AnomalyAlreadyResolved({ resolution: anomaly.resolution }));
  return anomaly.owner === owner ? nothing : accept<AnomalyEvent>({ type: 'AnomalyAssigned', data: { owner } });
};

/** The event that ends it. */
export const resolved = (
  { kind, intakeId, orderId, customerId }: NonNullable<Anomaly>,
  resolution: Resolution,
  note: string,
  chosenOrderId: string | null,
): AnomalyEvent => ({
  type: 'AnomalyResolved',
  data: { resolution, note, chosenOrderId, kind, intakeId, orderId, customerId },
});

const settle = ({ resolution, note }: Of<'SettleAnomaly'>, anomaly: Anomaly): Decision<AnomalyEvent> =>
  !anomaly || anomaly.resolution ? nothing : accept(resolved(anomaly, resolution, note, null));

/** Streams `anomaly-<anomalyId>`: what came otherwise than it should, who looks after it, and how it ended. */
export const anomaly = defineAggregate({
  category: 'anomaly',
  events: anomalyEvents,
  commands: anomalyCommands,
  initial: null as Anomaly,
  evolve: (state: Anomaly, event: AnomalyEvent): Anomaly => {
    if (event.type === 'AnomalyRecorded') {
      const { kind, intakeId, orderId, customerId } = event.data;
      return { kind, intakeId, orderId, customerId, owner: null, resolution: null };
    }
    if (!state) return state;
    return event.type === 'AnomalyAssigned'
      ? { ...state, owner: event.data.owner }
      : { ...state, resolution: event.data.resolution };
  },
  decide: { RecordAnomaly: record, AssignAnomaly: assign, SettleAnomaly: settle },
});
