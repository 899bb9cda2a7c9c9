import { demoCompany } from '@waybill/billing/module';
import { addDays, localDate, newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCommand } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
  await owe();
});
afterAll(() => house.stop());

const SOON = { within: 20_000 };
const billingAddress = { line1: '7 Lark Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'United Kingdom' };
const line = { kind: 'GOODS', sku: 'MUG', description: 'Red mug', taxCode: 'ZERO', taxRate: '0', discount: 0 };
const asProcess = (type: string, data: Record<string, unknown>) =>
  house.execute({ type, data, actor: { kind: 'process', id: 'a-test', name: 'a test' } });

interface Buyer {
  readonly customerId: string;
  readonly customerName: string;
}
const [ana, ben] = ['Ana Meyer', 'Ben Okoro'].map((customerName): Buyer => ({ customerId: newId(), customerName }));

/** An invoice of today, on credit, over so many pounds; its id. */
const invoiced = async (buyer: Buyer | undefined, pounds: number, over: object = {}): Promise<string> => {
  const [orderId, invoiceId] = [newId(), newId()];
  const lines = [{ ...line, lineId: 'L1', quantity: 1, unitPrice: `${pounds}.00`, amount: pounds * 100 }];
  const order = { orderNumber: 'ORD-2026-000777', currency: 'GBP', terms: 'NET_30', channel: 'web', ...over };
  await asProcess('OpenBilling', { orderId, ...buyer, billingAddress, ...order, lines });
  await asProcess('IssueInvoice', { orderId, invoiceId, deliveryId: newId(), lines: [{ lineId: 'L1', quantity: 1 }] });
  return invoiceId;
};
const paid = (invoiceId: string, amount: number, currency = 'GBP') =>
  asProcess('AllocatePayment', { invoiceId, allocationId: newId(), amount, currency });

const MONEY = '{ amount }';
const ASKED = `on totals { currency open ${MONEY} overdue ${MONEY} invoices customers amounts { bucket open ${MONEY} invoices } }
  customers(first: $first, after: $after) {
    nodes { id customerName open ${MONEY} overdue ${MONEY} invoiceCount oldestDueDate
      invoices { number daysPastDue bucket open ${MONEY} } }
    pageInfo { endCursor hasNextPage }
  }`;
const read = async (
  args: { on?: string; currency?: string; customerId?: string; first?: number; after?: string } = {},
) =>
  (
    await house.ask(
      `query ($on: Date, $currency: String, $customerId: ID, $first: Int, $after: String) {
         receivables(on: $on, currency: $currency, customerId: $customerId) { ${ASKED} }
       }`,
      args,
    )
  ).receivables;
const amounts = ({ amounts: ages }: { amounts: { open: { amount: number } }[] }) => ages.map(({ open }) => open.amount);

/** Two customers, with invoices of which some are paid, credited, bounced and given up; until the view shows them. */
const owe = async () => {
  await invoiced(ana, 100);
  const inPart = await invoiced(ana, 50, { terms: 'NET_14' });
  await invoiced(ben, 70);
  await invoiced(ben, 9, { currency: 'EUR' });
  const [whole, lost, bounced] = [await invoiced(ben, 30), await invoiced(ben, 20), await invoiced(ana, 5)];
  await paid(inPart, 2_000);
  await paid(whole, 3_000);
  await paid(bounced, 500);
  await asProcess('ReverseAllocation', {
    ...{ invoiceId: bounced, reversalId: newId(), amount: 500, currency: 'GBP', reason: 'no funds', credited: null },
  });
  await asProcess('WriteOffInvoice', { invoiceId: lost, reason: 'bankrupt' });
  const credit = { amounts: [{ code: 'FAVOUR', description: 'For the trouble', amount: 500 }], reason: 'late' };
  await asProcess('IssueCreditNote', { invoiceId: inPart, creditNoteId: newId(), ...credit });
  await eventually(
    async () =>
      expect(await read()).toMatchObject({
        totals: [
          { currency: 'EUR', open: { amount: 900 }, overdue: { amount: 0 }, invoices: 1, customers: 1 },
          { currency: 'GBP', open: { amount: 20_000 }, overdue: { amount: 0 }, invoices: 4, customers: 2 },
        ],
      }),
    SOON,
  );
};

it('tells what customers owe by how late it is, and agrees with the invoices', async () => {
  const today = localDate(new Date());
  // Forty days from now fourteen are over by 26, and thirty by ten.
  const then = addDays(today, 40);
  const later = await read({ on: then, currency: 'GBP' });
  expect(later).toMatchObject({ on: then, totals: [{ overdue: { amount: 20_000 } }] });
  expect(amounts(later.totals[0])).toEqual([0, 20_000, 0, 0, 0]);
  expect(later.customers.nodes).toMatchObject([
    {
      ...{ customerName: 'Ana Meyer', overdue: { amount: 13_000 }, invoiceCount: 3, oldestDueDate: addDays(today, 14) },
      invoices: [
        { daysPastDue: 26, bucket: 'DAYS_1_TO_30', open: { amount: 2_500 } },
        { daysPastDue: 10, open: { amount: 10_000 } },
        { daysPastDue: 10, open: { amount: 500 } },
      ],
    },
    { customerName: 'Ben Okoro', overdue: { amount: 7_000 }, invoices: [{ open: { amount: 7_000 } }] },
  ]);
  expect(amounts((await read({ on: addDays(today, 46), currency: 'GBP' })).totals[0])).toEqual([
    0, 17_500, 2_500, 0, 0,
  ]);
  expect(await read({ on: addDays(today, -1) })).toMatchObject({ totals: [], customers: { nodes: [] } });

  const aged = (await read()).totals.map((of: { currency: string; open: { amount: number } }) => [
    of.currency,
    of.open.amount,
  ]);
  await eventually(async () => {
    const { invoices } = await house.ask(`{ invoices(first: 100) { nodes { currency open ${MONEY} } } }`);
    const billed: Record<string, number> = {};
    for (const { currency, open } of invoices.nodes) billed[currency] = (billed[currency] ?? 0) + open.amount;
    expect(Object.fromEntries(aged)).toEqual(billed);
  }, SOON);
});

it('goes from page to page, of all or of one customer, and refuses a cursor of its own making', async () => {
  const first = await read({ first: 1, currency: 'GBP' });
  expect(first.customers.pageInfo.hasNextPage).toBe(true);
  const second = await read({ first: 1, currency: 'GBP', after: first.customers.pageInfo.endCursor });
  expect(second.customers.pageInfo.hasNextPage).toBe(false);
  expect([first, second].map(({ customers }) => customers.nodes[0].customerName)).toEqual(['Ana Meyer', 'Ben Okoro']);
  const one = await read({ customerId: ben?.customerId ?? '' });
  expect(one.customers.nodes.map(({ id }: { id: string }) => id)).toEqual([
    `${ben?.customerId} EUR`,
    `${ben?.customerId} GBP`,
  ]);
  await expect(read({ after: 'nonsense' })).rejects.toThrow('one that this API gave');
});

it('tells what is on the account of who owes and was put to no invoice, while it is today', async () => {
  const credited = [
    { code: 'GIFT', description: 'A gift', quantity: 1, unitPrice: '4.00', taxCode: 'ZERO', taxRate: '0' },
  ];
  const note = { creditNoteId: newId(), currency: 'EUR', channel: 'web', reason: 'a gift came back', lines: credited };
  await asProcess('IssueStandaloneCreditNote', { ...note, ...ben, billingAddress });
  const onAccount = async (on: string | null) => {
    const asked = `query ($on: Date, $id: ID) { receivables(on: $on, currency: "EUR", customerId: $id) {
      customers { nodes { open ${MONEY} onAccount ${MONEY} } } } }`;
    return (await house.ask(asked, { on, id: ben?.customerId })).receivables.customers.nodes;
  };
  await eventually(
    async () => expect(await onAccount(null)).toEqual([{ open: { amount: 900 }, onAccount: { amount: 400 } }]),
    SOON,
  );
  // Of a day to come, what is there now.
  expect(await onAccount(addDays(localDate(new Date()), 30))).toMatchObject([{ onAccount: { amount: 400 } }]);
});

it("is as of today, where the company's clocks are", async () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await sendCommand(house, 'changeCompany', { ...demoCompany, timeZone });
    await eventually(async () => expect((await read()).on).toBe(localDate(new Date(), timeZone)), SOON);
  }
});
