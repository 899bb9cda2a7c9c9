import type { PoolClient } from 'pg';
import type { ConsumerKey } from '../checkpoint.ts';
import type { RowStore } from '../row-store.ts';
import type { RowTable } from '../table.ts';
import { insertLetters } from './insert-letters.ts';

export interface ReplayRows extends RowStore {
  /** What of it had to be parked again: '<position> <key>'. */
  readonly parkedAgain: ReadonlySet<string>;
}

export const letterName = (key: string, position: number): string => `${position} ${key}`;

/**
 * The rows as a replay writes them: in a transaction of `client` that holds the checkpoint's lock, which stays where it
 * is. Rows that the table refuses undo their own part only, so that the culprit can be looked for.
 */
export const replayRows = (client: PoolClient, of: ConsumerKey, table: RowTable, worker: string): ReplayRows => {
  const parkedAgain = new Set<string>();
  return {
    parkedAgain,
    load: (keys) => table.load(keys),
    async save({ rows, gone, letters }) {
      await client.query('savepoint replay');
      try {
        await table.patch(client, { rows, gone });
      } catch (error) {
        await client.query('rollback to savepoint replay');
        throw error;
      }
      if (letters.length > 0)
        await client.query(insertLetters('$4', 'true', '$5'), [
          of.consumer,
          of.generation,
          of.shard,
          JSON.stringify(letters),
          worker,
        ]);
      for (const { key, position } of letters) parkedAgain.add(letterName(key, position));
      return true;
    },
  };
};
