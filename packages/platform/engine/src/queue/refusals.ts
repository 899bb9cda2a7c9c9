import { refusal } from '@waybill/kernel';

export const CommandCancelled = refusal(
  'CommandCancelled',
  { by: 'String' },
  ({ by }) => `${by} cancelled it before its time. Send a new command, under a new id, if it is wanted after all.`,
);

export const CommandNotQueued = refusal(
  'CommandNotQueued',
  { commandId: 'String', status: 'String' },
  ({ commandId, status }) =>
    status === 'unknown'
      ? `No command ${commandId} was ever queued. Check the id.`
      : `The command ${commandId} waits no longer: it is ${status}. Look at its outcome; what it did is undone by another command.`,
);
