import { readFileSync } from 'node:fs';
import { parseHead, recordVerification, type SealedHead, verifySeals } from '@waybill/event-store/seals';
import { countingBar } from './counting-bar.ts';
import { openLog } from './open-log.ts';
import { parseVerifyArguments } from './parse-verify-arguments.ts';
import { ownPublicKey, readPublicKey } from './read-public-key.ts';
import { renderVerification } from './render-verification.ts';
import { mayNotWrite, whoAsks } from './who-asks.ts';

const INTACT = 0;
/** As of an import that left something for a person to look at. */
const FOUND = 2;

export const readHead = (path: string): SealedHead => {
  try {
    return parseHead(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be used as a head: ${reason} Export one with \`npm run seal -- export\`.`);
  }
};

/** `npm run verify`: recomputes all seals from the rows, says what does not fit, and records the verification. */
export const verifyCommand = async (
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stdout,
): Promise<number> => {
  const given = parseVerifyArguments(args);
  const head = given.head === undefined ? undefined : readHead(given.head);
  const own = given.key === undefined ? ownPublicKey(env) : readPublicKey(given.key);
  const trusted = own ? [own] : [];
  const log = await openLog(env);
  const bar = countingBar(out, 'Verifying');
  try {
    const { pool, watermark } = log;
    const found = await verifySeals({ pool, watermark, trusted, ...(head ? { head } : {}), onProgress: bar.show });
    bar.stop();
    out.write(`${renderVerification(found)}\n`);
    await recordVerification(pool, whoAsks(), found).catch((error: unknown) => {
      if (!mayNotWrite(error)) throw error;
      out.write('This verification is not recorded: the role of DATABASE_URL may not write.\n');
    });
    return found.intact ? INTACT : FOUND;
  } finally {
    bar.stop();
    await log.close();
  }
};
