import { refusal } from '@waybill/kernel';

export const AnomalyUnknown = refusal(
  'AnomalyUnknown',
  { anomalyId: 'String' },
  ({ anomalyId }) => `There is no anomaly ${anomalyId}: reload the list.`,
);

export const AnomalyAlreadyResolved = refusal(
  'AnomalyAlreadyResolved',
  { resolution: 'String' },
  ({ resolution }) => `It is resolved already (${resolution}): nothing is left to decide.`,
);

export const ResolutionNotPossible = refusal(
  'ResolutionNotPossible',
  { kind: 'String', resolution: 'String', possible: 'StringList' },
  ({ kind, resolution, possible }) =>
    `An anomaly of kind ${kind} is not resolved by ${resolution}: choose ${possible.join(' or ')}.`,
);

export const NoteMissing = refusal(
  'NoteMissing',
  {},
  () => 'Say in a note why it is done with: the record keeps the reason.',
);

export const OrderToMatchMissing = refusal(
  'OrderToMatchMissing',
  {},
  () => 'Name the order that the cancellation belongs to: one of the candidates, or another order of that customer.',
);
