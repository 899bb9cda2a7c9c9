import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface RebuildArguments {
  /** Empty: only say what there is. */
  readonly names: readonly string[];
  readonly acceptDifferences: boolean;
}

const parse = (args: string[]) => {
  const options = { all: { type: 'boolean' }, 'accept-differences': { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** `NAME… | --all [--accept-differences]`, of the projections that there are; throws a {@link UsageError}. */
export const parseRebuild = (args: string[], known: readonly string[]): RebuildArguments => {
  const { values, positionals } = parse(args);
  if (values.all && positionals.length > 0) throw new UsageError('Name views, or say --all, not both.');
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`There is no view ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  return {
    names: values.all ? known : [...new Set(positionals)],
    acceptDifferences: values['accept-differences'] ?? false,
  };
};
