import cliProgress from 'cli-progress';

export interface RebuildProgress {
  /** From 0 to 1. */
  show(name: string, progress: number): void;
  stop(): void;
}

const FORMAT = '{name} {bar} {percentage} % {eta_formatted}';

/** A bar for each view, for a terminal. */
const bars = (names: readonly string[]): RebuildProgress => {
  const width = Math.max(...names.map(({ length }) => length));
  const all = new cliProgress.MultiBar({ format: FORMAT, hideCursor: true }, cliProgress.Presets.shades_classic);
  const known = new Map(names.map((name) => [name, all.create(1_000, 0, { name: name.padEnd(width) })]));
  return {
    show: (name, progress) => known.get(name)?.update(Math.round(progress * 1_000)),
    stop: () => all.stop(),
  };
};

/** A line per quarter of each view, for a log. */
const lines = (write: (line: string) => void): RebuildProgress => {
  const last = new Map<string, number>();
  return {
    show(name, progress) {
      const quarter = Math.floor(progress * 4);
      if (quarter !== last.get(name)) write(`${name}: ${quarter * 25} %`);
      last.set(name, quarter);
    },
    stop: () => {},
  };
};

/** Progress in the way that fits where it is shown. */
export const rebuildProgress = (names: readonly string[], out: NodeJS.WriteStream = process.stdout): RebuildProgress =>
  out.isTTY ? bars(names) : lines((line) => out.write(`${line}\n`));
