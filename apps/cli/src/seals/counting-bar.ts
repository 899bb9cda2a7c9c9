import cliProgress from 'cli-progress';

export interface CountingBar {
  show(done: number, of: number): void;
  stop(): void;
}

/** A bar on a terminal; a line per tenth in a log. */
export const countingBar = (out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>, title: string): CountingBar => {
  if (!out.isTTY) return lines(out, title);
  const format = `${title} {bar} {value}/{total} {eta_formatted}`;
  const bar = new cliProgress.SingleBar({ format, hideCursor: true }, cliProgress.Presets.shades_classic);
  let started = false;
  return {
    show(done, of) {
      if (!started) bar.start(of, done);
      started = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
};

const lines = (out: Pick<NodeJS.WriteStream, 'write'>, title: string): CountingBar => {
  let last = 0;
  return {
    show(done, of) {
      const tenth = of === 0 ? 10 : Math.floor((done * 10) / of);
      if (tenth > last) out.write(`${title}: ${tenth * 10} %\n`);
      last = Math.max(last, tenth);
    },
    stop: () => {},
  };
};
