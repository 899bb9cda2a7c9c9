import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inclusionProof, readSealedHead } from '@waybill/event-store/seals';
import { UsageError } from '../usage-error.ts';
import { openLog } from './open-log.ts';
import { ownPublicKey } from './read-public-key.ts';
import { readHead } from './verify-command.ts';

type Out = Pick<NodeJS.WriteStream, 'write'>;

const deliver = (value: object, path: string | undefined, out: Out, what: string): void => {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (path === undefined) {
    out.write(text);
    return;
  }
  writeFileSync(path, text);
  out.write(`${what} is in ${path}.\n`);
};

const exportHead = async (env: NodeJS.ProcessEnv, out: Out, [path]: string[]): Promise<void> => {
  const log = await openLog(env);
  try {
    const head = await readSealedHead(log.pool);
    if (!head)
      throw new Error('There is no seal yet: a worker makes the first one within a minute of the first event.');
    deliver(head, path, out, `The head (seal ${head.seal.number}, up to position ${head.seal.lastPosition})`);
  } finally {
    await log.close();
  }
};

const exportProof = async (env: NodeJS.ProcessEnv, out: Out, [text = '', path]: string[], headPath?: string) => {
  const position = Number(text);
  if (!/^\d{1,15}$/.test(text)) throw new UsageError('The proof of which event? Give its position in the log.');
  const head = headPath === undefined ? undefined : readHead(headPath);
  const log = await openLog(env);
  try {
    const proof = await inclusionProof(log.pool, position, { upTo: head?.seal.number ?? 0 });
    if (!proof)
      throw new Error(`There is no event at position ${position}, or no seal of it yet (npm run verify says how far).`);
    if (head && proof.seal.number > head.seal.number)
      throw new Error(`The head is older than the event: it ends at position ${head.seal.lastPosition}.`);
    deliver(proof, path, out, `The proof of the event at position ${position}`);
  } finally {
    await log.close();
  }
};

const showKey = (env: NodeJS.ProcessEnv, out: Out): void => {
  const key = ownPublicKey(env);
  if (!key) throw new Error('No key is known here: set WAYBILL_SEAL_KEY, or run this where `npm start` was run.');
  out.write(`${key.bytes.toString('base64')}\n`);
};

/** `npm run seal`: what leaves the house for others to check: the head, the proof of an event, the public key. */
export const sealCommand = async (
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  out: Out = process.stdout,
): Promise<number> => {
  const { positionals, values } = parse(args);
  const [what = '', ...rest] = positionals;
  if (what === 'export') await exportHead(env, out, rest);
  else if (what === 'proof') await exportProof(env, out, rest, values.head);
  else if (what === 'key') showKey(env, out);
  else throw new UsageError('Export what? Say `export`, `proof POSITION` or `key`.');
  return 0;
};

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options: { head: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
