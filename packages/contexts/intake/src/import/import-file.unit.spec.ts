import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportOptions, importFile } from './import-file.ts';
import type { ImportPorts } from './ports.ts';

const FILE = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
536366,22633,WARMER,6,2010-12-01 08:28:00,1.85,,France
536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom
536380,POST,POSTAGE,1,2010-12-01 09:45:00,18.0,12583.0,France
536381,22633,FREE SAMPLE,1,2010-12-01 09:46:00,0.0,12583.0,France
536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
A563185,B,Adjust bad debt,1,2010-12-01 14:50:00,-11062.06,,United Kingdom
536400,22633,WARMER,six,2010-12-01 14:51:00,1.85,17850.0,United Kingdom
536400,22632,WARMER,2,2010-12-01 14:51:00,1.85,17850.0,United Kingdom
536400,22631,WARMER,2,2010-12-01 14:51:00,1.85,17850.0,
broken
`;

let path: string;
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'import-')), 'file.csv');
  writeFileSync(path, FILE);
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

const ACCEPTED = (request: CommandRequest, duplicate: boolean): CommandOutcome => ({
  status: 'accepted',
  commandId: request.commandId ?? '',
  type: request.type,
  aggregateId: 'a',
  streamId: 's-a',
  version: 1,
  position: 1,
  events: duplicate ? [] : [{ type: `${request.type}Happened` }],
  duplicate,
});

/** A house that remembers its commands, refuses what it is told to, and schedules a delivery for every order. */
const house = (refuses: (request: CommandRequest) => string | undefined = () => undefined) => {
  const commands = new Map<string, CommandRequest>();
  const ports: ImportPorts = {
    async execute(request) {
      const { commandId = '', type } = request;
      const code = refuses(request);
      const duplicate = commands.has(commandId);
      commands.set(commandId, request);
      if (!code) return ACCEPTED(request, duplicate);
      return {
        status: 'rejected',
        commandId,
        type,
        aggregateId: null,
        refusal: { code, message: 'No.', details: {} },
        duplicate,
      };
    },
    openedBefore: async () => new Map(),
    addProducts: async (products) => products.length,
    takenAmong: async (orderIds) => orderIds.map((orderId) => ({ orderId, refused: null })),
    creditsAmong: async (intakeIds) =>
      intakeIds.map((intakeId) => ({ intakeId, openLines: 1, matched: 0, credited: 0 })),
    settled: async () => {},
    deliveriesOf: async (orderIds) =>
      orderIds.map((orderId) => ({ orderId, deliveryId: `delivery of ${orderId}`, status: 'SCHEDULED' as const })),
  };
  return { ports, commands, types: () => [...commands.values()].map(({ type }) => type).sort() };
};
const run = (ports: ImportPorts, options: ImportOptions = {}) => importFile(path, ports, { leaveOpen: 0, ...options });

describe('importing a file', () => {
  it('does for each document what its class asks for, and accounts for all of it', async () => {
    const { ports, types } = house();
    const { balance, problems, delivered, leftOpen } = await run(ports);
    expect(Object.entries(balance.fates).map(([fate, t]) => [fate, t.documents, t.lines, t.amount.toString()])).toEqual(
      [
        ['POSTED', 4, 5, '59.7'],
        ['REFUSED', 0, 0, '0'],
        ['CREDIT', 0, 0, '0'],
        ['CREDIT_OPEN', 1, 1, '-27.5'],
        ['NOT_A_SALE', 0, 0, '0'],
        ['STOCK_ADJUSTMENT', 1, 1, '0'],
        ['PARKED', 1, 1, '-11062.06'],
        ['MALFORMED', 1, 4, '7.4'],
      ],
    );
    expect([balance.difference.documents, balance.difference.lines, balance.difference.amount.toString()]).toEqual([
      0,
      0,
      '0',
    ]);
    expect([balance.posted, balance.rounding.toString(), delivered, leftOpen]).toEqual([5970, '0', 3, 0]);
    expect(problems).toEqual([
      { document: 'A563185', what: 'PARKED', reason: "its number has an unknown prefix 'A'" },
      { document: '536400', what: 'MALFORMED', reason: "line 10: Quantity 'six' is no whole number" },
      {
        document: '536400',
        what: 'MALFORMED',
        reason: 'line 12: Country is empty; give the name of the country',
      },
      { document: null, what: 'MALFORMED', reason: 'line 13: it has 1 columns where the header has 8' },
    ]);
    expect(types()).toEqual([
      'AdjustStock',
      ...Array(3).fill('ConfirmDelivery'),
      ...Array(3).fill('DispatchDelivery'),
      ...Array(3).fill('PackDelivery'),
      ...Array(3).fill('PickDelivery'),
      ...Array(3).fill('ReceiveDocument'),
      ...Array(5).fill('ReceiveMessage'),
      ...Array(2).fill('ReceiveStock'),
      ...Array(3).fill('RecordIncomingPayment'),
      'RegisterChannel',
    ]);
  });

  it('sends the same commands again the second time, so that nothing new happens', async () => {
    const { ports, commands } = house();
    const first = await run(ports);
    const size = commands.size;
    const second = await run(ports);
    expect([first.newEvents > 0, second.newEvents, commands.size]).toEqual([true, 0, size]);
  });

  it('acts as the import, at the time of the document, in one story per order', async () => {
    const { ports, commands } = house();
    await run(ports);
    const placed = [...commands.values()].find(({ data }) => JSON.stringify(data).includes('"536366"'));
    const story = [...commands.values()].filter(({ correlationId }) => correlationId === placed?.correlationId);
    expect(new Set(story.map(({ actor, occurredAt }) => `${actor.kind} ${occurredAt?.toISOString()}`))).toEqual(
      new Set(['import 2010-12-01T08:28:00.000Z']),
    );
    expect(story.map(({ type }) => type)).toEqual([
      'ReceiveMessage',
      'RecordIncomingPayment',
      'PickDelivery',
      'PackDelivery',
      'DispatchDelivery',
      'ConfirmDelivery',
    ]);
  });

  it('takes only the steps that a delivery has still before it', async () => {
    const { ports, types } = house();
    const deliveriesOf: ImportPorts['deliveriesOf'] = async (orderIds) =>
      orderIds.map((orderId) => ({ orderId, deliveryId: orderId, status: 'PACKED' as const }));
    await run({ ...ports, deliveriesOf });
    expect(types().filter((type) => type.endsWith('Delivery'))).toEqual([
      ...Array(3).fill('ConfirmDelivery'),
      ...Array(3).fill('DispatchDelivery'),
    ]);
  });

  it('leaves the latest orders open', async () => {
    const { ports } = house();
    const { delivered, leftOpen } = await run(ports, { leaveOpen: 2 });
    expect([delivered, leftOpen]).toEqual([1, 2]);
  });

  it('names what was refused, with the reason, and goes on', async () => {
    const { ports } = house();
    const { balance, problems } = await run({
      ...ports,
      takenAmong: async (ids) => ids.map((orderId, index) => ({ orderId, refused: index === 0 ? 'No.' : null })),
    });
    expect([balance.fates.POSTED.documents, balance.fates.REFUSED.documents]).toEqual([3, 1]);
    expect(problems.filter(({ what }) => what === 'REFUSED')).toMatchObject([{ reason: 'No.' }]);
    expect(balance.difference.amount.toString()).toBe('0');
  });

  it('gives up on orders that nothing is heard of, and accounts for them', async () => {
    const { ports } = house();
    const { balance } = await run({ ...ports, takenAmong: async () => [] }, { patience: 100 });
    expect([balance.fates.REFUSED.documents, balance.difference.lines]).toEqual([4, 0]);
  });

  it('lets a credit wait of which not all that was found could be credited', async () => {
    const { ports } = house();
    const { balance } = await run({
      ...ports,
      creditsAmong: async (ids) => ids.map((intakeId) => ({ intakeId, openLines: 0, matched: 2_750, credited: 2_000 })),
    });
    const { CREDIT, CREDIT_OPEN } = balance.fates;
    expect([CREDIT.documents, CREDIT.lines, CREDIT.amount.toString()]).toEqual([0, 1, '-20']);
    expect([CREDIT_OPEN.documents, CREDIT_OPEN.lines, CREDIT_OPEN.amount.toString()]).toEqual([1, 0, '-7.5']);
  });

  it('tells of a credit what was credited and what waits', async () => {
    const { ports } = house();
    const { balance } = await run({
      ...ports,
      creditsAmong: async (ids) => ids.map((intakeId) => ({ intakeId, openLines: 0, matched: 2_750, credited: 2_750 })),
    });
    expect([balance.fates.CREDIT.amount.toString(), balance.fates.CREDIT_OPEN.documents]).toEqual(['-27.5', 0]);
  });

  it('gives up on deliveries that never appear, and says so', async () => {
    const { ports } = house();
    const { problems, delivered } = await run({ ...ports, deliveriesOf: async () => [] }, { patience: 100 });
    expect([delivered, problems.filter(({ what }) => what === 'UNDELIVERED').length]).toEqual([0, 3]);
  });

  it('stops where it is told to, and says that it was', async () => {
    const { ports } = house();
    const { interrupted } = await run(ports, { signal: AbortSignal.abort() });
    expect(interrupted).toBe(true);
  });
});
