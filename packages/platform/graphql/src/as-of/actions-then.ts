import type { AvailableAction } from '../available-action.ts';
import { pastOf } from './past.ts';

/** What can be done with an object: nothing where it is shown as of the past, and why. */
export const actionsThen = <A extends AvailableAction>(row: object, actions: readonly A[]): AvailableAction[] => {
  const past = pastOf(row);
  return past ? actions.map(({ name }) => ({ name, allowed: false, reason: past.reason })) : [...actions];
};
