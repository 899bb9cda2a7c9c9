import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ImportPorts, importFile } from '@waybill/intake/import';
import { expect, it } from 'vitest';
import { renderReport } from './render-report.ts';

const file = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const agreeable: ImportPorts = {
  execute: async ({ type, commandId = '' }) => ({
    status: 'accepted',
    commandId,
    type,
    aggregateId: 'a',
    streamId: 's-a',
    version: 1,
    position: 1,
    events: [],
    duplicate: false,
  }),
  addProducts: async () => 0,
  deliveriesOf: async (orderIds) =>
    orderIds.map((orderId) => ({ orderId, deliveryId: orderId, status: 'DELIVERED' as const })),
};

it('the report in the README is the report of the day that the project carries', async () => {
  const report = renderReport(await importFile(file('data/online-retail/2010-12-01.csv.gz'), agreeable));
  const [shown] = /class {2,}what[\s\S]*?\ndifference.*\n/.exec(readFileSync(file('README.md'), 'utf8')) ?? ['nothing'];
  expect(report).toContain(shown);
});
