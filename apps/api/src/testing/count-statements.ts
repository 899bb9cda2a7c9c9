import pg from 'pg';
import { vi } from 'vitest';

/** One look per turn of the event loop that reads: how many turns there are depends on how busy the machine is. */
const isLook = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'name' in query && query.name === 'live-tables';

/** How many statements the query side of this process sends while `work` runs, beside looks for where the tables are. */
export const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const send = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const { connectionParameters } = this as unknown as { connectionParameters: { application_name?: string } };
    if (connectionParameters.application_name === 'waybill-api-reads' && !isLook(args[0])) count += 1;
    return (send as (...given: unknown[]) => unknown).apply(this, args) as never;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return count;
};
