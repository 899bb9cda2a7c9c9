import type { ChangesSubscription } from '../graphql/generated/documents.ts';

/** One thing that happened, as the API announces it once the views show it. */
export type Change = Extract<ChangesSubscription['changes'], { __typename: 'Change' }>;
