import { importCommand } from './import/import-command.ts';
import { rebuildCommand } from './rebuild/rebuild-command.ts';
import { sealCommand } from './seals/seal-command.ts';
import { verifyCommand } from './seals/verify-command.ts';
import { UsageError } from './usage-error.ts';

/** Each command answers with the process's exit code. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  import: importCommand,
  rebuild: rebuildCommand,
  verify: verifyCommand,
  seal: sealCommand,
};

const USAGE = `Usage: npm run <command> -- <arguments>

  npm run import -- FILE.csv[.gz] [--leave-open 20] [--replenish] [--concurrency 32]
      Brings a file in the Online Retail format into Waybill. Can be stopped and repeated at any time.

  npm run rebuild -- NAME… | --all [--accept-differences]
      Fills views anew beside the live ones (sales.orders, reporting.order_board, …), compares the two, and swaps them. Readers
      notice nothing. A difference is reported and blocks the swap, unless it is accepted. Without a name: says what there is.
      Exit code 0: all are live; 2: one differs, or was given up.

  npm run verify -- [--head FILE] [--key KEY]
      Computes every seal again from the events, and names each event that was changed, removed, put in or reordered.
      With --head the log must still hold that exported head; with --key its seals must be signed by that key.
      Exit code 0: nothing was found; 2: something was.

  npm run seal -- export [FILE]
      The signed head of the log, to be kept where nobody who can change the database can change it.
  npm run seal -- proof POSITION [FILE] [--head FILE]
      What it takes to check one event without the database (node scripts/verify-proof.mjs); with --head, up to that head.
  npm run seal -- key
      The public key that this installation signs with.`;

const main = async ([name = '', ...args]: string[]): Promise<number> => {
  if (name === 'help' || [name, ...args].includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const command = COMMANDS[name];
  if (!command) throw new UsageError(name === '' ? 'No command was given.' : `There is no command '${name}'.`);
  return command(args);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(error instanceof UsageError ? `${message}\n\n${USAGE}\n` : `${message}\n`);
  // The stack is for whoever repairs the program, not for whoever gave it a wrong file.
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = error instanceof UsageError ? 64 : 1;
}
