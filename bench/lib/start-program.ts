import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts a server of the benchmarks in a process of its own; the first line it prints is its port. */
export const startProgram = async (file: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    port: Number(line),
    pid: child.pid ?? -1,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
};
