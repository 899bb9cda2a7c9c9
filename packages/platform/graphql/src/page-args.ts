/** What a client asks of a page of a log: `after` goes back in time, `before` (with `last`) is what came since. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

const [USUAL, MOST] = [50, 100];

/** How many rows it holds at most. */
export const pageSizeOf = ({ first, last }: PageArgs): number => Math.min(Math.max(last ?? first ?? USUAL, 0), MOST);
