import { refusal } from '@waybill/kernel';

/**
 * For a decision that needs what an event of its time did not record. `advice`: what the person can do instead, as a
 * whole sentence.
 */
export const InformationNotRecorded = refusal(
  'InformationNotRecorded',
  { event: 'String', field: 'String', advice: 'String' },
  ({ event, field, advice }) =>
    `This cannot be decided: when ${event} was recorded, nobody wrote down its ${field}. ${advice}`,
);
