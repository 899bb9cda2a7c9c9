import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from './import-file.ts';
import type { ImportPorts } from './ports.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nothing-is-lost-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A house that takes some commands and refuses others. */
const house = (refuses: boolean): ImportPorts => ({
  execute: async ({ type, commandId = '' }) =>
    refuses && type === 'ReceiveMessage'
      ? {
          status: 'rejected',
          commandId,
          type,
          aggregateId: null,
          refusal: { code: 'QuantityNotAllowed', message: 'No.', details: {} },
          duplicate: false,
        }
      : {
          status: 'accepted',
          commandId,
          type,
          aggregateId: 'a',
          streamId: 's-a',
          version: 1,
          position: 1,
          events: [],
          duplicate: false,
        },
  openedBefore: async () => new Map(),
  addProducts: async () => 0,
  takenAmong: async (orderIds) => orderIds.map((orderId) => ({ orderId, refused: null })),
  creditsAmong: async (intakeIds) =>
    intakeIds.map((intakeId) => ({ intakeId, openLines: 1, matched: 100, credited: 100 })),
  settled: async () => {},
  deliveriesOf: async (orderIds) =>
    orderIds.map((orderId) => ({ orderId, deliveryId: orderId, status: 'DELIVERED' as const })),
});

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
const record = fc
  .tuple(
    oneOf('536365', '536366', 'C536367', 'A563185', '536368', ''),
    oneOf('85123A', 'POST', 'AMAZONFEE', 'gift_0001_20', '"', ''),
    oneOf('HEART', 'A ""BIG"" ONE', '"A, B"', '', '\u00e9', 'x'.repeat(300)),
    oneOf('6', '-1', '0', '1.5', '1000000000', '99999999999999999999', 'six', ''),
    oneOf('2010-12-01 08:26:00', '2011-03-27 01:30:00', '2010-02-30 08:26:00', ''),
    oneOf('2.55', '0.0', '0.001', '-11062.06', '1e5', 'free', ''),
    oneOf('17850.0', '12583', '', 'AB12'),
    oneOf('United Kingdom', 'EIRE', ''),
  )
  .map((fields) => fields.join(','));
const line = fc.oneof(
  { weight: 6, arbitrary: record },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replaceAll(/[\r\n]/g, '')) },
);

it('whatever a file holds, every line is in the report and the sum is the sum of the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.boolean(), async (lines, refuses) => {
      const path = join(folder, 'file.csv');
      writeFileSync(path, [HEADER, ...lines].join('\n'));
      const { balance } = await importFile(path, house(refuses), { patience: 0 });
      const { documents, lines: missing, amount } = balance.difference;
      expect([documents, missing, amount.toString()]).toEqual([0, 0, '0']);
      expect(balance.file.lines).toBe(lines.filter((text) => text.trim() !== '').length);
    }),
    { numRuns: 300 },
  );
});
