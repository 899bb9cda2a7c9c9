import type { CommandMessage, Duration, TimerWish } from '@waybill/engine';
import type { Progress } from '../facts/progress.ts';

/** Something to do once. */
export interface Step {
  /** What it is known by, with the id of what it is about where it can come more than once. */
  readonly key: string;
  /** Made only where the step is taken: a rule is asked at every fact. */
  readonly commands: () => readonly CommandMessage[];
  readonly timers?: readonly TimerWish[];
  /** What is to be remembered of it, besides that it was taken. */
  readonly note?: (progress: Progress) => Progress;
}

/** What a house decides for itself. */
export interface Policy {
  /** How long a customer who pays in advance has time to. */
  readonly timeToPay: Duration;
}

/** The steps that the facts call for, whether they were taken or not. It looks at facts only: their order does not matter. */
export type Rule = (progress: Progress, orderId: string, policy: Policy) => readonly Step[];

/** A step that is called for where something is so. */
export const when = (is: boolean, step: () => Step): readonly Step[] => (is ? [step()] : []);
