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
  openedBefore: async () => new Map(),
  addProducts: async () => 0,
  takenAmong: async (orderIds) => orderIds.map((orderId) => ({ orderId, refused: null })),
  // Of that day one line of one credit came back from an order of the same day.
  creditsAmong: async (intakeIds) =>
    intakeIds.map((intakeId, index) =>
      index === 3
        ? { intakeId, openLines: 0, matched: 2_550, credited: 2_550 }
        : { intakeId, openLines: 100, matched: 0, credited: 0 },
    ),
  settled: async () => {},
  deliveriesOf: async (orderIds) =>
    orderIds.map((orderId) => ({ orderId, deliveryId: orderId, status: 'DELIVERED' as const })),
};

it('the report in the README is the report of the day that the project carries', async () => {
  const report = renderReport(await importFile(file('data/online-retail/2010-12-01.csv.gz'), agreeable));
  const [shown] = /class {2,}what[\s\S]*?\ndifference.*\n/.exec(readFileSync(file('README.md'), 'utf8')) ?? ['nothing'];
  expect(report).toContain(shown);
});
