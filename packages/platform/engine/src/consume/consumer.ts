/** What a drain came to. */
export interface Drained {
  /** Events (or commands) taken. */
  readonly handled: number;
  /** False where the time ran out, or the watermark is held back: come again soon. */
  readonly caughtUp: boolean;
  /** Everything of interest up to here is done. */
  readonly position: number;
  /** New rows stand in the outbox. */
  readonly producedCommands: boolean;
  /** Another worker has its turn. */
  readonly busy: boolean;
}

/** Something that follows the log. Draining it from two places at once does no harm. */
export interface Consumer {
  /** 'sales.orders', 'sales.orders/1' (a shard), 'fulfilment.order', 'outbox:3', 'commands:0' */
  readonly name: string;
  /** The projection whose rows it writes: what subscribers name. */
  readonly topic?: string;
  /** Which part of the projection's rows it writes. */
  readonly shard?: number;
  /** Whose checkpoint it moves, where that is not a projection's: 1 when left out. */
  readonly generation?: number;
  readonly kind: 'projection' | 'process' | 'effect' | 'outbox' | 'queue';
  /** How old its result may be, in milliseconds. */
  readonly freshness?: number;
  /** Event types it follows; empty for the outbox and the queue of commands. */
  readonly types: readonly string[];
  /** Works until it is caught up or the budget (milliseconds) is spent. */
  drain(budgetMs: number): Promise<Drained>;
}
