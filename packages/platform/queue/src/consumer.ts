/** What one slice of work came to. */
export interface Drained {
  readonly handled: number;
  /** Nothing is left to do up to the feed's watermark. */
  readonly caughtUp: boolean;
  readonly position: number;
  /** Commands were put into the outbox. */
  readonly producedCommands?: boolean;
  /** Another process is draining it right now. */
  readonly busy: boolean;
}

/** Something that follows the log (or the outbox) and is drained in slices; the engine makes them. */
export interface Consumer {
  /** `sales.orders`, `fulfilment.order`, `outbox:3`, `commands:0` */
  readonly name: string;
  /** The projection whose rows it writes, where that is not its name: one of several shards. */
  readonly topic?: string;
  readonly kind: 'projection' | 'process' | 'effect' | 'outbox' | 'queue';
  /** How old its result may be, in milliseconds. */
  readonly freshness?: number;
  /** Works for about `budgetMs`, or until nothing is left. */
  drain(budgetMs: number): Promise<Drained>;
}
