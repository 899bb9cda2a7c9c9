import assert from 'node:assert/strict';
import { accept, type Decision, documentTotals, lineAmount, refusal, refuse } from '@waybill/kernel';

const TooLate = refusal('TooLate', { status: 'String' }, ({ status }) => `It is ${status}: ask for a return instead.`);

const cancel = (status: 'OPEN' | 'SHIPPED'): Decision<{ type: 'Cancelled' }> =>
  status === 'OPEN' ? accept({ type: 'Cancelled' }) : refuse(TooLate({ status }));

assert.deepEqual(cancel('OPEN'), { kind: 'accepted', events: [{ type: 'Cancelled' }] });
assert.equal(cancel('SHIPPED').kind, 'refused');

const amount = lineAmount(3, '0.335', 'GBP'); // 1.005 pounds: 101 pence, half-up
assert.equal(documentTotals([{ amount, taxCode: 'STANDARD', taxRate: '20' }]).total, 121);
