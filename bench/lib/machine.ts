import { cpus, totalmem } from 'node:os';

/** What a figure was measured on. */
export const machine = () => ({
  cpus: cpus().length,
  model: cpus()[0]?.model,
  memoryGb: Math.round(totalmem() / 2 ** 30),
});
