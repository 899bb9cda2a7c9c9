import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface ImportArguments {
  readonly path: string;
  readonly leaveOpen: number;
  readonly concurrency: number;
  readonly replenish: boolean;
}

const wholeNumber = (name: string, text: string, least: number): number => {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least) return number;
  throw new UsageError(`--${name} must be a whole number of at least ${least}, not '${text}'.`);
};

const parse = (args: string[]) => {
  const options = {
    'leave-open': { type: 'string', default: '20' },
    concurrency: { type: 'string', default: '32' },
    replenish: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** `FILE.csv[.gz] [--leave-open 20] [--replenish] [--concurrency 32]`; throws a {@link UsageError}. */
export const parseArguments = (args: string[]): ImportArguments => {
  const { values, positionals } = parse(args);
  const [path, ...others] = positionals;
  if (path === undefined) throw new UsageError('Which file? Name one in the Online Retail format.');
  if (others.length > 0)
    throw new UsageError(`One file at a time: ${positionals.join(' and ')} are ${positionals.length}.`);
  return {
    path,
    leaveOpen: wholeNumber('leave-open', values['leave-open'], 0),
    concurrency: wholeNumber('concurrency', values.concurrency, 1),
    replenish: values.replenish,
  };
};
