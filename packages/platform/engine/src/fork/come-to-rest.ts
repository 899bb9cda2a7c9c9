import type { Recorded } from '../define/event.ts';
import type { PreviewedCommand } from './preview.ts';

/** A command on its way. `line`: those of one line stay in order; null waits for nobody. */
export interface Wish {
  readonly line: string | null;
  /** Decides it, and says what became of it. */
  readonly run: () => Promise<PreviewedCommand>;
  /** How it is shown where it was never decided. */
  readonly held: PreviewedCommand;
}

export interface Rest {
  readonly commands: readonly PreviewedCommand[];
  /** Commands that were decided, the same one again included. */
  readonly looked: number;
  /** False where there was more than `most`. */
  readonly complete: boolean;
}

/**
 * Runs a command and what follows from it, in order, until nothing moves any more. What waits is tried again once something
 * has happened; what is left waiting is shown as such.
 */
export const comeToRest = async (
  first: Wish,
  follow: (events: readonly Recorded[], depth: number) => Promise<readonly Wish[]>,
  most: number,
): Promise<Rest> => {
  const commands: PreviewedCommand[] = [];
  let ahead = [first];
  let waiting: { readonly wish: Wish; readonly answer: PreviewedCommand }[] = [];
  let looked = 0;
  let moved = false;
  for (;;) {
    const wish = ahead.shift();
    if (!wish) {
      if (!moved || waiting.length === 0) break;
      ahead = waiting.map((one) => one.wish);
      waiting = [];
      moved = false;
    } else if (looked >= most) {
      ahead.unshift(wish);
      break;
    } else if (wish.line !== null && waiting.some((one) => one.wish.line === wish.line)) {
      waiting.push({ wish, answer: wish.held });
    } else {
      looked += 1;
      const answer = await wish.run();
      if (answer.outcome.kind === 'waiting') waiting.push({ wish, answer });
      else {
        commands.push(answer);
        moved ||= answer.events.length > 0;
        ahead.push(...(await follow(answer.events, answer.depth)));
      }
    }
  }
  return { commands: [...commands, ...waiting.map(({ answer }) => answer)], looked, complete: ahead.length === 0 };
};
