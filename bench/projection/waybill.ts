import type { Shop } from '../../apps/modules/src/fixtures/shop.ts';

const VIEW = 'reporting.order_board';

export interface Measured {
  readonly handled: number;
  readonly seconds: number;
  /** Events per second. */
  readonly rate: number;
}

const measured = (handled: number, began: number, ended = performance.now()): Measured => {
  const seconds = (ended - began) / 1_000;
  return { handled, seconds, rate: handled / seconds };
};

const board = ({ engine }: Shop) => {
  const consumer = engine.consumers.find(({ name }) => name === VIEW);
  if (!consumer) throw new Error(`There is no ${VIEW}.`);
  return consumer;
};

/** The consumer of the order board, as a worker drains it, until nothing is left. */
export const measureLive = async (shop: Shop): Promise<Measured> => {
  const consumer = board(shop);
  const began = performance.now();
  let handled = 0;
  for (;;) {
    const drained = await consumer.drain(1_000);
    handled += drained.handled;
    if (drained.caughtUp) return measured(handled, began);
  }
};

export interface MeasuredRebuild extends Measured {
  readonly first: Measured;
  readonly last: Measured;
  readonly comparison: string;
}

/** A rebuild beside the live rows; and how fast it took the first and the last `part` of its events. */
export const measureRebuild = async (shop: Shop, part: number): Promise<MeasuredRebuild> => {
  const consumer = board(shop);
  const generation = await shop.engine.rebuilds.start(VIEW, { kind: 'system', id: 'bench', name: 'Benchmark' });
  const began = performance.now();
  const marks = [{ handled: 0, at: began }];
  let handled = 0;
  for (;;) {
    const drained = await consumer.drain(100);
    handled += drained.handled;
    if (drained.handled > 0) marks.push({ handled, at: performance.now() });
    if (drained.handled > 0) continue;
    const state = (await shop.engine.rebuilds.states()).find(({ name }) => name === VIEW);
    if (state?.live?.generation !== generation && state?.rebuild?.status === 'building') continue;
    const end = marks.at(-1) ?? { handled, at: began };
    const between = (from: typeof end, to: typeof end) => measured(to.handled - from.handled, from.at, to.at);
    const until = marks.find((mark) => mark.handled >= part) ?? end;
    const from = marks.findLast((mark) => mark.handled <= end.handled - part) ?? { handled: 0, at: began };
    return {
      ...measured(end.handled, began, end.at),
      first: between({ handled: 0, at: began }, until),
      last: between(from, end),
      comparison: JSON.stringify(state?.live?.comparison ?? state?.rebuild?.comparison ?? null),
    };
  }
};
