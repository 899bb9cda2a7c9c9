import { refusal } from '@waybill/kernel';

/** The shape of the engine's own refusals: the catalogue answers as an aggregate would. */
export const InvalidInput = refusal(
  'InvalidInput',
  { path: 'String', reason: 'String' },
  ({ path, reason }) => `${path || 'The product'} is not valid (${reason}): correct it and save again.`,
);
export const VersionConflict = refusal(
  'VersionConflict',
  { expectedVersion: 'Int', actualVersion: 'Int' },
  ({ expectedVersion, actualVersion }) =>
    `The product was changed meanwhile: you decided on version ${expectedVersion}, it is at ${actualVersion}. Reload it and save again.`,
);
