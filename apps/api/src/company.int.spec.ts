import { demoCompany } from '@waybill/billing/module';
import { localDate } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DONE, openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(async () => {
  await house.stop();
});

const SOON = { within: 20_000 };
const CHANGE = `mutation ($input: ChangeCompanyInput!) { command: changeCompany(input: $input) { ${DONE} } }`;
const change = async (over: object, headers = {}) =>
  (await house.ask(CHANGE, { input: { ...demoCompany, ...over } }, headers)).command;
const PAGE = `{
  company { version legalName versions { version by { name } changes } availableActions { name allowed reason } }
}`;
const page = async (headers = {}) => (await house.ask(PAGE, {}, headers)).company;

it('is changed version by version, and who decided on an older one is told', async () => {
  const ana = { 'x-waybill-actor': 'Ana' };
  await change({ legalName: 'Waybill Ltd', expectedVersion: 1 }, ana);
  expect(await change({ legalName: 'Waybill plc', expectedVersion: 1 })).toMatchObject({ code: 'VersionConflict' });
  expect(await change({ vatNumber: '1', expectedVersion: 2 })).toMatchObject({ code: 'CompanyDetailsInvalid' });
  const { version, position } = await change({ bic: 'DEMOGB22', legalName: 'Waybill plc', expectedVersion: 2 }, ana);
  expect(version).toBe(3);
  expect(await page({ 'x-waybill-after': String(position) })).toMatchObject({
    version: 3,
    legalName: 'Waybill plc',
    versions: [
      { version: 3, by: { name: 'Ana' }, changes: ['legalName', 'bic'] },
      { version: 2, by: { name: 'Ana' }, changes: ['legalName'] },
      { version: 1, changes: Object.keys(demoCompany) },
    ],
  });
});

it('takes a permission, however it is asked for', async () => {
  const nobody = { 'x-waybill-permissions': '' };
  const input = { ...demoCompany, legalName: 'Mine Ltd' };
  expect(await change(input, nobody)).toMatchObject({ code: 'PermissionMissing' });
  const queue = `mutation ($input: QueueCommandsInput!) { queueCommands(input: $input) { __typename } }`;
  const queued = await house.send(queue, { input: { commands: [{ changeCompany: input }] } }, nobody);
  expect(queued.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await page(nobody)).availableActions).toMatchObject([{ name: 'changeCompany', allowed: false }]);
});

it('packing what is held or unpaid takes one too, beside the reason', async () => {
  const shop = await openShop(house);
  const PACK = `mutation ($input: PackDeliveryInput!) { command: packDelivery(input: $input) { ${DONE} } }`;
  const orderId = await shop.place();
  await shop.pay(orderId, 1836, 'REF-OVERRIDE');
  const { deliveries } = await shop.until(orderId, { deliveryStatus: 'SCHEDULED' });
  const deliveryId = deliveries[0].id;
  await shop.command('pickDelivery', { deliveryId });
  await shop.command('holdDelivery', { orderId, reason: 'address unclear' });
  const pack = async (headers = {}) =>
    (await house.ask(PACK, { input: { deliveryId, override: 'they wait at the gate' } }, headers)).command;
  expect(await pack({ 'x-waybill-permissions': 'company:change' })).toMatchObject({ code: 'PermissionMissing' });
  expect(await pack()).toMatchObject({ __typename: 'DeliveryPayload' });
});

it("the days that orders are looked for by are the company's", async () => {
  const shop = await openShop(house);
  const orderId = await shop.place();
  const [far, near] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const ORDERS = `query ($filter: OrderFilter) { orders(first: 5, filter: $filter) { nodes { id } } }`;
  const isOf = async (day: string): Promise<boolean> => {
    const filter = { customerId: shop.customerId, placedFrom: day, placedTo: day };
    return (await house.ask(ORDERS, { filter })).orders.nodes.some(({ id }: { id: string }) => id === orderId);
  };
  const placedAt = await eventually(async () => {
    const { order } = await house.ask('query ($id: ID!) { order(id: $id) { placedAt } }', { id: orderId });
    expect(order?.placedAt).toEqual(expect.any(String));
    return new Date(order.placedAt);
  }, SOON);
  // It is another day where clocks are a day apart.
  const days = [far, near].map((zone) => localDate(placedAt, zone));
  for (const timeZone of [far, near]) {
    await change({ timeZone });
    const expected = days.map((day) => day === localDate(placedAt, timeZone));
    await eventually(async () => expect(await Promise.all(days.map(isOf))).toEqual(expected), SOON);
  }
});
