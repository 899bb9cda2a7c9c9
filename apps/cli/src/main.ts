import { importCommand } from './import/import-command.ts';
import { UsageError } from './usage-error.ts';

/** Each command answers with the process's exit code. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  import: importCommand,
};

const USAGE = `Usage: npm run <command> -- <arguments>

  npm run import -- FILE.csv[.gz] [--leave-open 20] [--concurrency 32]
      Brings a file in the Online Retail format into Waybill. Can be stopped and repeated at any time.`;

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
