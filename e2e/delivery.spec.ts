import AxeBuilder from '@axe-core/playwright';
import { type Page, expect as patient, test } from '@playwright/test';
import { arrive, part, placeOrder, reference, takePayment } from './house.ts';

/** Several people at several screens: a busy machine needs its time. */
test.setTimeout(240_000);
const expect = patient.configure({ timeout: 20_000 });

const expectAccessible = async (page: Page) => {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme);
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html).slice(0, 3) }))).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
};

const dispatch = async (page: Page) => {
  await page.getByRole('button', { name: 'Dispatch…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Carrier').fill('Parcelforce');
  await dialog.getByLabel('Tracking number').fill('PF 1234 5678');
  await dialog.getByRole('button', { name: 'Dispatch delivery' }).click();
};

const giveReason = async (page: Page, open: string, field: string, reason: string, confirm: string) => {
  await page.getByRole('button', { name: open }).click();
  await page.getByRole('dialog').getByLabel(field).fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: confirm }).click();
};

test('a delivery that is short, fails, arrives, and comes back in part; the order’s page follows it', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { number } = await placeOrder(ana.page, 6);
  await takePayment(ana.page, { reference: reference() });
  const deliveries = part(ana.page, 'Deliveries');
  const link = deliveries.getByRole('link', { name: /^DEL-/ }).first();
  await expect(link).toBeVisible();
  const wim = await arrive(browser, 'Wim', (await link.getAttribute('href')) ?? '');
  const { page } = wim;

  await test.step('what is not found goes into another delivery', async () => {
    await expect(part(page, 'Pick list')).toBeVisible();
    await expectAccessible(page);
    await part(page, 'Pick list').getByRole('spinbutton').fill('4');
    await page.getByRole('button', { name: 'Pick what was found' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Picked');
    await expect(deliveries.getByRole('link', { name: /^DEL-/ })).toHaveCount(2);
  });

  await test.step('nothing of a held order is packed without a reason', async () => {
    await giveReason(ana.page, 'Hold shipment…', 'Reason', 'The address is odd', 'Hold shipment');
    await expect(deliveries).toContainText('On hold: The address is odd');
    await expect(page.getByRole('button', { name: 'Override…' })).toBeVisible();
    await deliveries.getByRole('button', { name: 'Release' }).click();
    await expect(page.getByRole('button', { name: 'Override…' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Pack', exact: true }).click();
    await expect(deliveries).toContainText('Address stands');
  });

  await test.step('it fails, is tried again, and arrives', async () => {
    await dispatch(page);
    await giveReason(page, 'Report failure…', 'What the carrier says', 'Nobody at home', 'Report failure');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Failed');
    await page.getByRole('button', { name: 'Deliver again' }).click();
    await page.getByRole('button', { name: 'Confirm delivery' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Delivered');
  });

  await test.step('two of four come back: one to the shelf, one scrapped', async () => {
    await page.getByRole('button', { name: 'Request return…' }).click();
    const asking = page.getByRole('dialog');
    await asking.getByRole('spinbutton').fill('2');
    await asking.getByLabel('Reason').fill('Too many');
    await asking.getByRole('button', { name: 'Request return' }).click();
    const returns = part(page, 'Returns');
    await returns.getByRole('button', { name: 'Receive…', exact: true }).click();
    const receiving = page.getByRole('dialog');
    await receiving.getByLabel(/^Restock of/).fill('1');
    await receiving.getByLabel(/^Scrap of/).fill('1');
    await receiving.getByRole('button', { name: 'Receive return' }).click();
    await expect(returns).toContainText('1 × 85123A restocked, 1 × 85123A scrapped');
  });

  await test.step('the board shows what is under way, and apart from it what came back', async () => {
    await page.goto(`/deliveries?q=${number}`);
    await expect(page.getByRole('region', { name: 'To pick' }).getByRole('article')).toHaveCount(1);
    await expect(page.getByRole('region', { name: 'Delivered' }).getByRole('article')).toHaveCount(1);
    await page.getByRole('button', { name: 'Back and cancelled' }).click();
    await expect(page.getByRole('region', { name: 'Cancelled' })).toContainText('What never left is here.');
  });
});
