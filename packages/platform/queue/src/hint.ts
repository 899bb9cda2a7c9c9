/**
 * What may have happened. `committed`: events were appended, up to about this position. `projected`: the rows of a
 * projection moved on. `queued`: commands wait in the outbox. `enqueued`: commands wait in the queue. `completed`: some of
 * these have their outcome. Position 0: look for yourself.
 */
export type HintKind = 'committed' | 'projected' | 'queued' | 'enqueued' | 'completed';

/** Says that it is worth looking. It carries no truth: a lost, doubled or foreign hint changes nothing but time. */
export interface Hint {
  readonly kind: HintKind;
  readonly position: number;
  /** The projection that moved on, where the sender says so. */
  readonly topic?: string;
}

const KINDS: readonly string[] = ['committed', 'projected', 'queued', 'enqueued', 'completed'] satisfies HintKind[];
const isKind = (text: string): text is HintKind => KINDS.includes(text);

/** Several hints in one message: `<sender> committed:17 projected:12:sales.orders`. */
export const writeHints = (sender: string, hints: readonly Hint[]): string =>
  [sender, ...hints.map(({ kind, position, topic }) => [kind, position, ...(topic ? [topic] : [])].join(':'))].join(
    ' ',
  );

/** Reads what {@link writeHints} wrote; what it does not understand it leaves out. */
export const readHints = (message: string): { sender: string; hints: Hint[] } => {
  const [sender = '', ...words] = message.split(' ');
  const hints = words.flatMap((word): Hint[] => {
    const [kind = '', digits = '', topic] = word.split(':');
    if (!isKind(kind) || !/^\d{1,15}$/.test(digits)) return [];
    return [{ kind, position: Number(digits), ...(topic ? { topic } : {}) }];
  });
  return { sender, hints };
};
