import { rememberChain } from './remember-chain.ts';
import { type SealingPorts, sealNext } from './seal-next.ts';

/** Between two looks at the tail of the log. */
const EVERY = 1_000;
/** Seals in one go at most: a long log is sealed in steps, so that the process has time for other work. */
const AT_ONCE = 16;

/**
 * Periodic work of the workers: seals what is due. Any number of workers may do it at once; one seal comes of it, and who
 * was outrun rests.
 */
export const sealingChore = (ports: SealingPorts) => {
  const checkChain = rememberChain(ports.pool);
  return {
    name: 'es.seals',
    everyMs: EVERY,
    async run(): Promise<void> {
      for (let seals = 0; seals < AT_ONCE; seals += 1) {
        await checkChain();
        if ((await sealNext(ports)) !== 'sealed') return;
      }
    },
  };
};
