// node scripts/run-app.mjs api|worker: a built app, with the master key of WAYBILL_STATE where none is given.
import { pathToFileURL } from 'node:url';
import { builtMain } from './lib/build.mjs';
import { masterKey } from './lib/keys.mjs';
import { STATE } from './lib/paths.mjs';

process.env.WAYBILL_MASTER_KEY ??= masterKey(STATE);
await import(pathToFileURL(builtMain(process.argv[2] ?? 'api')).href);
