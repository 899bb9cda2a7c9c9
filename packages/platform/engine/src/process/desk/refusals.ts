import { refusal } from '@waybill/kernel';

export const ProcessInstanceUnknown = refusal(
  'ProcessInstanceUnknown',
  { process: 'String', instance: 'String' },
  ({ process, instance }) => `${process} has no instance ${instance}. Look it up in the list of processes.`,
);

export const NothingToRetry = refusal(
  'NothingToRetry',
  { process: 'String', instance: 'String' },
  ({ process, instance }) =>
    `Nothing of ${process} for ${instance} was refused, set aside or parked. What is on its way is tried again by itself.`,
);

export const ProcessHasEnded = refusal(
  'ProcessHasEnded',
  { process: 'String', instance: 'String' },
  ({ process, instance }) => `${process} has ended for ${instance}: there is nothing left to cancel.`,
);

/** What asking a process instance for something can end in. */
export const processRefusals = [ProcessInstanceUnknown, NothingToRetry, ProcessHasEnded];
