import assert from 'node:assert/strict';
import { createPool, migrate } from '@waybill/db';

const applied = await migrate(process.env.DATABASE_OWNER_URL ?? ''); // the folder prisma/migrations, one transaction each
assert.deepEqual(applied, []); // this database was up to date

const pool = createPool(process.env.DATABASE_URL ?? '', { name: 'example', max: 2 });
const { rows } = await pool.query('select 4711::bigint as position');
assert.deepEqual(rows, [{ position: 4711 }]); // a number, not a text
await pool.end();
