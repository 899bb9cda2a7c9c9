import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '@waybill/engine';
import { readEnvironment } from '../environment.ts';
import { openHouse } from '../open-house.ts';
import { parseRebuild, type RebuildArguments } from './parse-rebuild.ts';
import { type RebuildProgress, rebuildProgress } from './progress.ts';
import { type Rebuilt, renderRebuilds, renderStates } from './render-rebuilds.ts';

const ACTOR = { kind: 'system', id: 'cli', name: 'Command line' } as const;
const LOOK = 200;

/** Begins the rebuilds and watches them to their end; what is draining the views does the work. */
export const rebuildAll = async (
  { rebuilds }: Pick<Engine, 'rebuilds'>,
  { names, acceptDifferences }: RebuildArguments,
  progress: Pick<RebuildProgress, 'show'>,
): Promise<readonly Rebuilt[]> => {
  const started = performance.now();
  const open = new Map<string, number>();
  for (const name of names) {
    const generation = await rebuilds.start(name, ACTOR, { acceptDifferences });
    if (generation !== undefined) open.set(name, generation);
  }
  const done = new Map<string, Rebuilt>();
  while (open.size > 0) {
    for (const { name, live, rebuild } of await rebuilds.states()) {
      const generation = open.get(name);
      if (generation === undefined) continue;
      const own = [live, rebuild].find((state) => state?.generation === generation);
      if (own?.status === 'building') {
        progress.show(name, Math.min(own.progress, 0.999));
        continue;
      }
      const outcome = own?.status === 'live' || own?.status === 'blocked' ? own.status : 'cancelled';
      const seconds = (performance.now() - started) / 1_000;
      done.set(name, { name, outcome, seconds, comparison: own?.comparison ?? null });
      progress.show(name, 1);
      open.delete(name);
    }
    if (open.size > 0) await wait(LOOK);
  }
  return names.flatMap((name) => done.get(name) ?? []);
};

/** `npm run rebuild`: views anew beside the live ones. Ctrl-C leaves the work to the workers. */
export const rebuildCommand = async (args: string[]): Promise<number> => {
  const house = await openHouse(readEnvironment());
  try {
    const states = await house.engine.rebuilds.states();
    const wanted = parseRebuild(
      args,
      states.map(({ name }) => name),
    );
    if (wanted.names.length === 0) {
      process.stdout.write(`${renderStates(states)}\n`);
      return 0;
    }
    const progress = rebuildProgress(wanted.names);
    const rebuilds = await rebuildAll(house.engine, wanted, progress).finally(() => progress.stop());
    process.stdout.write(`${renderRebuilds(rebuilds)}\n`);
    return rebuilds.every(({ outcome }) => outcome === 'live') ? 0 : 2;
  } finally {
    await house.close();
  }
};
