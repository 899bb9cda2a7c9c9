import { refusal } from '@waybill/kernel';
import { InformationNotRecorded } from '../contracts/information-not-recorded.ts';

export const InvalidInput = refusal(
  'InvalidInput',
  { path: 'String', reason: 'String' },
  ({ path, reason }) =>
    `The field ${path || '(input)'} cannot be used: ${reason}. Correct it and send the command again.`,
);

export const VersionConflict = refusal(
  'VersionConflict',
  { expectedVersion: 'Int', actualVersion: 'Int' },
  ({ expectedVersion, actualVersion }) =>
    `It has changed since you opened it (you saw version ${expectedVersion}, it is now at ${actualVersion}). Look at the change, then send a new command.`,
);

export const IdempotencyConflict = refusal(
  'IdempotencyConflict',
  { commandId: 'String' },
  ({ commandId }) =>
    `The command id ${commandId} was used before for something else. Use a new id for a new wish; repeat an old one unchanged.`,
);

export const StreamClosed = refusal(
  'StreamClosed',
  { streamId: 'String' },
  ({ streamId }) => `${streamId} is closed: nothing more can be recorded in it.`,
);

export const NotReadyYet = refusal(
  'NotReadyYet',
  { reason: 'String' },
  ({ reason }) => `${reason}. Nothing was changed; try again in a moment.`,
);

/** Refusals that any command can meet. */
export const engineRefusals = [
  InvalidInput,
  VersionConflict,
  IdempotencyConflict,
  StreamClosed,
  NotReadyYet,
  InformationNotRecorded,
];
