import { performance } from 'node:perf_hooks';
import { openConnection } from './http-connection.ts';

export interface LoopFigures {
  /** Answers per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

export interface Loop {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly body: () => string;
  /** Whether an answer counts; one that does not ends the run. */
  readonly isGood: (body: string) => boolean;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

/** Every connection sends its next request when its last one was answered. */
export const closedLoop = async ({ port, connections, seconds, body, isGood }: Loop): Promise<LoopFigures> => {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  const caller = async () => {
    const connection = await openConnection(port);
    for (let now = performance.now(); now < end; ) {
      const answer = await connection.post('/graphql', body());
      if (answer.status !== 200 || !isGood(answer.body))
        throw new Error(`Answered by ${answer.status}: ${answer.body.slice(0, 400)}`);
      const then = performance.now();
      times.push(then - now);
      now = then;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, caller));
  const elapsed = (performance.now() - start) / 1_000;
  const sorted = times.toSorted((a, b) => a - b);
  return { rate: times.length / elapsed, p50: at(sorted, 0.5), p99: at(sorted, 0.99), count: times.length };
};
