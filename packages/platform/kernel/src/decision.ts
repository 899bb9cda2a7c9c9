import type { Refusal } from './refusal.ts';

/** What `decide` answers: facts to record, a typed refusal, or "not yet" (nothing is stored, the caller tries again). */
export type Decision<E> =
  | { readonly kind: 'accepted'; readonly events: readonly E[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'deferred'; readonly reason: string };

/** Accepted: these events happened. */
export const accept = <E>(...events: readonly E[]): Decision<E> => ({ kind: 'accepted', events });
/** Accepted, and nothing new happened: the wish was already reality. */
export const nothing: Decision<never> = { kind: 'accepted', events: [] };
/** Refused for a business reason; stored with the command. */
export const refuse = (refusal: Refusal): Decision<never> => ({ kind: 'refused', refusal });
/** The stream does not know yet what it needs for an answer; processes retry, people are told to. */
export const defer = (reason: string): Decision<never> => ({ kind: 'deferred', reason });
