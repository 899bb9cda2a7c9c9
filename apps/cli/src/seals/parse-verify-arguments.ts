import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface VerifyArguments {
  /** A file with a head that was exported. */
  readonly head: string | undefined;
  /** A public key, 32 bytes in base64, or a file that holds one. */
  readonly key: string | undefined;
}

/** `[--head FILE] [--key KEY]`; throws a {@link UsageError}. */
export const parseVerifyArguments = (args: string[]): VerifyArguments => {
  const options = { head: { type: 'string' }, key: { type: 'string' } } as const;
  try {
    const { head, key } = parseArgs({ args, options }).values;
    return { head, key };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
