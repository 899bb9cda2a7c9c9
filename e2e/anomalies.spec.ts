import { type APIRequestContext, expect as patient, test } from '@playwright/test';
import { arrive } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

/** Several people at several screens: a busy machine needs its time. */
test.setTimeout(240_000);

/** Sends a command as a channel would: through the API, without a screen. */
const send = async (request: APIRequestContext, name: string, input: Record<string, unknown>) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { sent: ${name}(input: $input) { __typename ... on Error { message } } }`;
  const answer = await request.post(`${process.env.E2E_API_URL}/graphql`, { data: { query, variables: { input } } });
  const { data } = await answer.json();
  expect(data?.sent.__typename).toMatch(/Payload$/);
};

const channelOf = async (request: APIRequestContext) => {
  const channel = `market-${crypto.randomUUID().slice(0, 8)}`;
  await send(request, 'registerChannel', { channel, name: channel, currency: 'GBP', historic: false });
  const receive = (messageId: string, message: Record<string, unknown>) =>
    send(request, 'receiveMessage', { channel, messageId, happenedAt: '2026-01-05T09:00:00Z', ...message });
  return { channel, receive };
};
const order = (lines: readonly object[]) =>
  JSON.stringify({
    customer: {
      number: '7',
      name: 'Mia Stern',
      address: { line1: '3 Low Road', city: 'Leeds', country: 'United Kingdom' },
    },
    lines,
  });
const hearts = { lineId: 'L1', sku: '85123A', quantity: 6, unitPrice: '2.55' };

test('a cancellation before its order is there at once, and resolved as soon as the order comes', async ({
  browser,
  request,
}) => {
  const { channel, receive } = await channelOf(request);
  const ana = await arrive(browser, 'Ana', `/anomalies?channel=${channel}`);
  const { page } = ana;
  await expect(page.getByText('Nothing of that kind')).toBeVisible();

  await receive('cancel-42', { kind: 'CANCELLATION', externalOrderId: '42', content: '{"reason":"Second thoughts"}' });
  const row = page.getByRole('row').filter({ hasText: 'Cancelled before it came' });
  await expect(row).toContainText('Open');
  await row.getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'Anomaly' });
  await expect(panel.getByRole('region', { name: 'What was sent' })).toContainText('Second thoughts');
  await panel.getByRole('button', { name: 'Take it' }).click();
  await expect(row).toContainText('Taken');
  await expect(panel).toContainText('Ana');

  await receive('new-42', { kind: 'ORDER', externalOrderId: '42', content: order([hearts]) });
  await expect(row).toContainText('Resolved');
  await expect(panel).toContainText('The order arrived');
  await panel.getByRole('link', { name: 'Open order' }).click();
  await expect(page.getByRole('main').getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await ana.expectCalm();
});

test('an unreadable message is repaired, and a return without an order is matched by hand', async ({
  browser,
  request,
}) => {
  const { channel, receive } = await channelOf(request);
  await receive('torn', { kind: 'ORDER', externalOrderId: '7', content: '{"lines":' });
  const ana = await arrive(browser, 'Ana', `/anomalies?channel=${channel}`);
  const { page } = ana;
  const panel = page.getByRole('complementary', { name: 'Anomaly' });

  await page.getByRole('row').filter({ hasText: 'Unreadable message' }).getByRole('link').click();
  await expect(panel.getByRole('group', { name: 'As it came' })).toContainText('{"lines":');
  await panel.getByRole('button', { name: 'Repair…' }).click();
  const repair = page.getByRole('dialog', { name: 'Repair the message' });
  await repair.getByLabel('Content (JSON)').fill(order([hearts]));
  await repair.getByRole('button', { name: 'Read the repaired message' }).click();
  await expect(panel).toContainText('Repaired');

  // Before it was bought: no order fits by itself, and a person knows better.
  const lines = [{ sku: '85123A', quantity: 2, unitPrice: '2.55' }];
  const content = JSON.stringify({ customer: { number: '7' }, lines });
  await receive('returned', { kind: 'CANCELLATION', happenedAt: '2026-01-04T09:00:00Z', content });
  await page.goto(`/anomalies?channel=${channel}`);
  await page.getByRole('row').filter({ hasText: 'Return without an order' }).getByRole('link').click();
  const candidates = panel.getByRole('list', { name: 'Candidates' });
  await expect(candidates).toContainText('2 of 2 pieces · 2 at the same price');
  await candidates.getByRole('button', { name: 'Match' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Match to this order' }).click();
  await expect(panel).toContainText('Matched by hand');
});
