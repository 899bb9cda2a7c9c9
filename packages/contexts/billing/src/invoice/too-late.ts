import type { DecisionContext } from '@waybill/engine';
import { type Decision, nothing, type Refusal, refuse } from '@waybill/kernel';

/** What comes too late is no fault of a process, and changes nothing; a person is told why. */
export const tooLate = ({ actor }: DecisionContext, refusal: Refusal): Decision<never> =>
  actor.kind === 'process' ? nothing : refuse(refusal);
