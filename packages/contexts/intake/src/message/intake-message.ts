import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing } from '@waybill/kernel';
import { creditedCommands } from './commands.ts';
import { type IntakeMessageEvent, intakeMessageEvents } from './events.ts';

/** A message of a channel: known by its fingerprint, whatever became of what it says. */
export interface IntakeMessage {
  readonly status: 'NEW' | 'UNREADABLE' | 'RECEIVED';
  readonly fingerprint: string | null;
  /** Fingerprints of other messages that came under its id. */
  readonly conflicts: readonly string[];
  /** Matches of a cancellation that were carried out. */
  readonly credited: readonly string[];
}

const recordCredit = (
  { intakeId: _, ...data }: CommandData<typeof creditedCommands.RecordCancellationCredit>,
  { credited }: IntakeMessage,
): Decision<IntakeMessageEvent> =>
  credited.includes(data.matchId) ? nothing : accept<IntakeMessageEvent>({ type: 'CancellationCredited', data });

/** Streams `intakeMessage-<intakeId>`. What it says is decided together with the order that it names. */
export const intakeMessage = defineAggregate({
  category: 'intakeMessage',
  events: intakeMessageEvents,
  commands: creditedCommands,
  initial: { status: 'NEW', fingerprint: null, conflicts: [], credited: [] } as IntakeMessage,
  evolve: (state, event: IntakeMessageEvent): IntakeMessage => {
    switch (event.type) {
      case 'MessageReceived':
        return { ...state, status: 'RECEIVED', fingerprint: event.data.fingerprint };
      case 'MessageUnreadable':
        return { ...state, status: 'UNREADABLE', fingerprint: event.data.fingerprint };
      case 'MessageConflicted':
        return { ...state, conflicts: [...state.conflicts, event.data.fingerprint] };
      case 'CancellationCredited':
        return { ...state, credited: [...state.credited, event.data.matchId] };
    }
  },
  decide: { RecordCancellationCredit: recordCredit },
});
