import type { ImportProgress } from '@waybill/intake/import';
import cliProgress from 'cli-progress';

const STEPS: Readonly<Record<ImportProgress['step'], string>> = {
  reading: 'Reading the file',
  products: 'Adding products',
  stock: 'Opening stock',
  documents: 'Documents',
  settling: 'Matching credits',
};

/** Steps that take so long that it is worth saying how far they are. */
const LONG: readonly ImportProgress['step'][] = ['stock', 'documents'];

export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  stop(): void;
}

/** One bar per step, for a terminal. */
const bars = (): ProgressDisplay => {
  let step: ImportProgress['step'] | undefined;
  let bar: cliProgress.SingleBar | undefined;
  return {
    show(progress) {
      if (progress.step !== step) {
        bar?.stop();
        step = progress.step;
        const format = `${STEPS[step].padEnd(16)} {bar} {value}/{total} {eta_formatted}`;
        bar = new cliProgress.SingleBar({ format, hideCursor: true }, cliProgress.Presets.shades_classic);
        bar.start(progress.total, progress.done);
      }
      bar?.update(progress.done);
    },
    stop: () => bar?.stop(),
  };
};

/** A line per tenth of a step, for a log. */
const lines = (write: (line: string) => void): ProgressDisplay => {
  let last = '';
  return {
    show({ step, done, total }) {
      const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
      const line = LONG.includes(step) ? `${STEPS[step]}: ${tenth * 10} %` : STEPS[step];
      if (line !== last) write(line);
      last = line;
    },
    stop: () => {},
  };
};

/** Progress in the way that fits where it is shown. */
export const progressDisplay = (out: NodeJS.WriteStream = process.stdout): ProgressDisplay =>
  out.isTTY ? bars() : lines((line) => out.write(`${line}\n`));
