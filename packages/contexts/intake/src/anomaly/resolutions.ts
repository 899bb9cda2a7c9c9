import type { AnomalyEvent } from './events.ts';

type Resolved = Extract<AnomalyEvent, { type: 'AnomalyResolved' }>['data'];
export type AnomalyKind = Resolved['kind'];
export type Resolution = Resolved['resolution'];

/** What a person can decide of each. What is not here comes by itself, or by repairing the message. */
export const resolutionsOf = ({
  kind,
  customerId,
}: {
  readonly kind: AnomalyKind;
  readonly customerId: string | null;
}): readonly Resolution[] => {
  switch (kind) {
    case 'UNMATCHED_CANCELLATION':
      // Of a counter sale nobody is known: there is nothing to match it with.
      return customerId === null ? ['CREDIT_NOTE', 'DISMISSED'] : ['MATCHED_BY_HAND', 'CREDIT_NOTE', 'DISMISSED'];
    case 'SEQUENCE_GAP':
      return ['GO_ON_WITHOUT', 'DISMISSED'];
    default:
      return ['DISMISSED'];
  }
};
