import pg from 'pg';
import { vi } from 'vitest';

/** How many statements the query side of this process sends while `work` runs. */
export const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const send = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const { connectionParameters } = this as unknown as { connectionParameters: { application_name?: string } };
    if (connectionParameters.application_name === 'waybill-api-reads') count += 1;
    return (send as (...given: unknown[]) => unknown).apply(this, args) as never;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return count;
};
