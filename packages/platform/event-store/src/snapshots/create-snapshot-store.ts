import { perTick } from '@waybill/kernel';
import type { Pool } from 'pg';
import { isLostConnection, persistently } from '../persistently.ts';
import { loadTails } from './load-tails.ts';
import { saveSnapshots } from './save-snapshots.ts';
import type { SnapshotLoad, SnapshotStore } from './snapshot.ts';

/** Snapshots on a pool of connections (of `createPool`) to a migrated database. */
export const createSnapshotStore = (pool: Pool): SnapshotStore => ({
  load: perTick((asked: readonly SnapshotLoad[]) => persistently(() => loadTails(pool, asked)), {
    flights: 4,
    isShared: isLostConnection,
  }),
  save: (snapshots) => saveSnapshots(pool, snapshots),
  async dropFrom(streamId, schema, version) {
    await pool.query('delete from es.snapshots where stream_id = $1 and state_schema = $2 and version >= $3', [
      streamId,
      schema,
      version,
    ]);
  },
});
