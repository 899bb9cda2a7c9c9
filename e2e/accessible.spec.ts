import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { complaintsOf, expectLive } from './house.ts';

/** Axe looks at every page, twice; a busy machine needs its time. */
test.setTimeout(120_000);

const pages = [
  ['Overview', '/'],
  ['Orders', '/orders'],
  ['New order', '/orders/new'],
  ['Invoices', '/invoices'],
  ['Receivables', '/receivables'],
  ['Credit notes', '/credit-notes'],
  ['Deliveries', '/deliveries'],
  ['Stock', '/stock'],
  ['Accounts', '/accounts'],
  ['Payments to match', '/payments'],
  ['Anomalies', '/anomalies'],
  ['Customers', '/customers'],
  ['Products', '/products'],
  ['System', '/system'],
  ['Projections', '/system/projections'],
  ['Processes', '/system/processes'],
  ['Queues', '/system/queues'],
  ['Dead letters', '/system/dead-letters'],
  ['Commands', '/system/commands?outcome=REJECTED'],
  ['Seals', '/system/seals'],
] as const;

const settle = async (page: Page) => {
  await expectLive(page);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/could not be (read|shown)/)).toHaveCount(0);
};

const expectNoViolations = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html).slice(0, 3) }))).toEqual([]);
};

/** Colours are judged once nothing fades any more. */
const expectStill = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));

/** Both themes of the page as it stands. */
const expectAccessible = async (page: Page) => {
  await expectNoViolations(page);
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await expectStill(page);
  await expectNoViolations(page);
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
};

test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });

for (const [name, path] of pages) {
  test(`${name} is accessible in both themes and has nothing to complain about`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(path);
    await settle(page);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
}

test('an order and its forms are accessible', async ({ page }) => {
  await page.goto('/orders?view=TO_SHIP');
  await page.locator('a[data-row-link]').first().click({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible({ timeout: 30_000 });
  await settle(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectStill(page);
  await expectAccessible(page);
});

test('the event browser, an event and its story are accessible', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/system/events?type=OrderPlaced');
  await page.locator('a[data-row-link]').first().click({ timeout: 15_000 });
  await expect(page.getByRole('complementary', { name: 'Event' }).getByText('Correlation')).toBeVisible({
    timeout: 15_000,
  });
  await settle(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Show its story' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Story of ORD-/ })).toBeVisible({ timeout: 15_000 });
  await settle(page);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('an order in the past, compared, and with its causes is accessible', async ({ page }) => {
  await page.goto('/orders?view=TO_SHIP');
  await page.locator('a[data-row-link]').first().click({ timeout: 15_000 });
  const travel = page.getByRole('region', { name: 'Time travel' });
  await travel.getByRole('button', { name: 'One event earlier' }).click({ timeout: 15_000 });
  await travel.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('region', { name: 'Differences' })).toContainText('Between them', { timeout: 15_000 });
  await settle(page);
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: 'Order placed' }).click();
  await expect(page.getByRole('region', { name: 'Causes and consequences' })).toBeVisible({ timeout: 15_000 });
  await expectStill(page);
  await expectAccessible(page);
});
