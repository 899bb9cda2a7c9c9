import { defineAggregate } from '@waybill/engine';
import { type IntakeMessageEvent, intakeMessageEvents } from './events.ts';

/** A message of a channel: known by its fingerprint, whatever became of what it says. */
export interface IntakeMessage {
  readonly status: 'NEW' | 'UNREADABLE' | 'RECEIVED';
  readonly fingerprint: string | null;
  /** Fingerprints of other messages that came under its id. */
  readonly conflicts: readonly string[];
}

/** Streams `intakeMessage-<intakeId>`. Decided together with the order that the message names. */
export const intakeMessage = defineAggregate({
  category: 'intakeMessage',
  events: intakeMessageEvents,
  commands: {},
  initial: { status: 'NEW', fingerprint: null, conflicts: [] } as IntakeMessage,
  evolve: (state, event: IntakeMessageEvent): IntakeMessage => {
    switch (event.type) {
      case 'MessageReceived':
        return { ...state, status: 'RECEIVED', fingerprint: event.data.fingerprint };
      case 'MessageUnreadable':
        return { ...state, status: 'UNREADABLE', fingerprint: event.data.fingerprint };
      case 'MessageConflicted':
        return { ...state, conflicts: [...state.conflicts, event.data.fingerprint] };
    }
  },
  decide: {},
});
