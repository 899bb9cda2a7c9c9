type Told = { id: string; position: number; causedBy: { id: string } | null };
export type Branch<Event> = { event: Event; depth: number };

/**
 * The events of a story in the order of causes: each one after what led to it, under it; what had no cause here stands
 * at the left edge. Siblings in the order of the log.
 */
export const storyTree = <Event extends Told>(events: readonly Event[]): Branch<Event>[] => {
  const inOrder = events.toSorted((a, b) => a.position - b.position);
  const known = new Set(inOrder.map(({ id }) => id));
  const effects = new Map<string | null, Event[]>();
  for (const event of inOrder) {
    const cause = event.causedBy && known.has(event.causedBy.id) ? event.causedBy.id : null;
    effects.set(cause, [...(effects.get(cause) ?? []), event]);
  }
  const under = (cause: string | null, depth: number): Branch<Event>[] =>
    (effects.get(cause) ?? []).flatMap((event) => [{ event, depth }, ...under(event.id, depth + 1)]);
  return under(null, 0);
};
