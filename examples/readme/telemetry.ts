import assert from 'node:assert/strict';
import { createLogger } from '@waybill/telemetry';

const lines: string[] = [];
const log = createLogger('api', 'info', { write: (line) => lines.push(line) }); // without a destination: standard output

log.info({ commandId: '0190…', email: 'ana@example.com' }, 'command accepted');
assert.match(lines[0] ?? '', /"commandId":"0190…","email":"\[redacted\]","msg":"command accepted"/);
