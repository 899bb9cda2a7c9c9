/** A moment in the past of a stream. */
export type Moment =
  /** After this version of the stream. */
  | { readonly version: number }
  /** After the event at this position of the log. */
  | { readonly position: number }
  /** What was recorded by then, to about a second: the same answer forever. */
  | { readonly knownBy: Date }
  /** What had happened in the business by then, as it is known now. */
  | { readonly happenedBy: Date };

/** A moment that is not there: not yet, or never. The message says what is. */
export class NoSuchMoment extends Error {
  override readonly name = 'NoSuchMoment';
}

/** The state of a stream as of a moment; version and position are of the last event that belongs to it, 0 for none. */
export interface StateThen<State> {
  readonly state: State;
  readonly version: number;
  readonly position: number;
}
