import { existsSync } from 'node:fs';
import { importFile } from '@waybill/intake/import';
import { NotOnlineRetail } from '@waybill/intake/online-retail';
import { readEnvironment } from '../environment.ts';
import { openHouse } from '../open-house.ts';
import { importPorts } from './import-ports.ts';
import { parseArguments } from './parse-arguments.ts';
import { progressDisplay } from './progress.ts';
import { exitCodeOf, renderReport } from './render-report.ts';

/** `npm run import`: brings a file in, shows how far it is, and reports at the end. Ctrl-C stops it between documents. */
export const importCommand = async (args: string[]): Promise<number> => {
  const { path, leaveOpen, replenish, concurrency } = parseArguments(args);
  if (!existsSync(path))
    throw new Error(`There is no file ${path}: check its name; relative names start at ${process.cwd()}.`);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const house = await openHouse(readEnvironment());
  const display = progressDisplay();
  try {
    const onProgress = display.show;
    const report = await importFile(path, importPorts(house), {
      leaveOpen,
      replenish,
      concurrency,
      signal: stopping.signal,
      onProgress,
    });
    if (!report.interrupted) await house.settled();
    display.stop();
    process.stdout.write(`${renderReport(report)}\n`);
    return exitCodeOf(report);
  } catch (error) {
    if (error instanceof NotOnlineRetail) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const next = 'What was taken stays; run the same import again to go on.';
    throw new Error(`The import did not get to its end (${reason}). ${next}`, { cause: error });
  } finally {
    display.stop();
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await house.close();
  }
};
