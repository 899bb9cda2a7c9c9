import { refusal } from '@waybill/kernel';

export const NothingParked = refusal(
  'NothingParked',
  { consumer: 'String', key: 'String' },
  ({ consumer, key }) =>
    `Nothing of ${key} is parked in ${consumer} any more. Look at the list again: somebody else may have replayed it.`,
);

export const DeadLetterNotOpen = refusal(
  'DeadLetterNotOpen',
  { id: 'String' },
  ({ id }) => `There is no open dead letter ${id}. Look at the list again: somebody else may have decided on it.`,
);

export const ReasonMissing = refusal(
  'ReasonMissing',
  { path: 'String' },
  () => 'An event is left out for good, and others will ask why. Write the reason, then send it again.',
);
