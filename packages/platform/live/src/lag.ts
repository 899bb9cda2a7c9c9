/** When which watermark was first seen, so that lag is known in time and not only in events. */
export interface Lag {
  seen(watermark: number, now: number): void;
  /** For how long something after this position has been waiting, in ms; 0 when nothing has. */
  of(position: number, now: number): number;
}

const EVERY = 20;
const KEPT = 1_000;

export const createLag = (): Lag => {
  let ticks: { watermark: number; at: number }[] = [];
  return {
    seen(watermark, at) {
      const last = ticks.at(-1);
      if (last && (watermark <= last.watermark || at - last.at < EVERY)) return;
      ticks.push({ watermark, at });
      if (ticks.length > KEPT * 2) ticks = ticks.slice(-KEPT);
    },
    of(position, now) {
      const first = ticks.find(({ watermark }) => watermark > position);
      return first ? Math.max(0, now - first.at) : 0;
    },
  };
};
