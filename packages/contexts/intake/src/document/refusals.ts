import { refusal } from '@waybill/kernel';

export const MalformedRow = refusal(
  'MalformedRow',
  { line: 'Int', reason: 'String' },
  ({ line, reason }) =>
    `Line ${line} of the file cannot be read: ${reason}. Correct the line and import the file again; what is already here stays as it is.`,
);

export const NothingToPark = refusal(
  'NothingToPark',
  { externalId: 'String' },
  ({ externalId }) => `Nothing is wrong with document ${externalId}: place it as an order instead.`,
);
