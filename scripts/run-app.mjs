// node scripts/run-app.mjs api|worker: a built app, with the keys of WAYBILL_STATE where none are given.
import { pathToFileURL } from 'node:url';
import { builtMain } from './lib/build.mjs';
import { masterKey, sealKey } from './lib/keys.mjs';
import { STATE } from './lib/paths.mjs';

const [, , name = 'api'] = process.argv;
process.env.WAYBILL_MASTER_KEY ??= masterKey(STATE);
if (name === 'worker') process.env.WAYBILL_SEAL_KEY ??= sealKey(STATE);
await import(pathToFileURL(builtMain(name)).href);
