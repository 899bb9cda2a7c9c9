/** The part of an event that says when in the log it stands. */
type Placed = { position: number };

/** The index of the last event at or before a position; the last one of all where none is named. */
export const indexAt = (events: Placed[], position: string): number => {
  const last = events.length - 1;
  if (position === '') return last;
  const index = events.findLastIndex((event) => event.position <= Number(position));
  return Math.max(index, 0);
};

/** Where the slider's handles stand; `from` null: only one. */
export type Travel = { from: number | null; to: number };

/** The choice as it stands in the address: nothing for now. */
export const addressOf = (events: Placed[], { from, to }: Travel): { at: string; from: string } => ({
  at: to >= events.length - 1 ? '' : String(events[to]?.position ?? ''),
  from: from === null ? '' : String(events[from]?.position ?? ''),
});
