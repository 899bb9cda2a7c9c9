import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../scripts/lib/exec.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { step } from '../../scripts/lib/say.mjs';

export interface Figures {
  /** Per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Runs a contestant in a process of its own; its last line is its figures. */
export const runContestant = async (file: string, url: string, callers: number, seconds: number): Promise<Figures> => {
  const output = await must(process.execPath, ['--import', 'tsx', file, url, `${callers}`, `${seconds}`], {
    cwd: ROOT,
  });
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Figures;
};

/** Installs a peer that is not there yet, and answers with the version of what it compares with. */
export const installPeer = async (name: string, dependency: string): Promise<string> => {
  const dir = join(ROOT, 'bench', 'peers', name);
  const manifest = join(dir, 'node_modules', dependency, 'package.json');
  if (!existsSync(manifest)) {
    await step(`Installing ${dependency} into bench/peers/${name}`, () =>
      must('npm', ['ci', '--workspaces=false', '--no-audit', '--no-fund'], { cwd: dir }),
    );
  }
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
};

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of each figure over the rounds. */
export const medianOf = (rounds: readonly Figures[]): Figures => ({
  rate: median(rounds.map(({ rate }) => rate)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});
