import { GraphQLError } from 'graphql';
import { pastOf } from './past.ts';

/** Refuses a list that is kept for now alone, where its object is shown as of the past. */
export const onlyNow = (row: object, what: string): void => {
  if (!pastOf(row)) return;
  const message = `${what} are listed as they are now: leave them out of a question about the past, or ask without asOf.`;
  throw new GraphQLError(message, { extensions: { code: 'ONLY_NOW' } });
};
