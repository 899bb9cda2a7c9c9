import { type Browser, type Locator, type Page, expect as patient } from '@playwright/test';

const expect = patient.configure({ timeout: 30_000 });

/** A person at a screen: their name is recorded with what they do, and a page that complains fails the test. */
export interface Person {
  readonly page: Page;
  /** Fails where the console showed an error, or the page was loaded anew since the last call. */
  expectCalm(): Promise<void>;
}

export const arrive = async (browser: Browser, name: string, path: string): Promise<Person> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript((who) => localStorage.setItem('waybill.actor', who), name);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(path);
  await expectLive(page);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  return {
    page,
    async expectCalm() {
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
    },
  };
};

/** What the console of a page complains about, from now on. */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
};

export const expectLive = (page: Page): Promise<void> =>
  expect(page.locator('[data-freshness="live"]')).toBeVisible({ timeout: 15_000 });

export const reference = (): string => `REF-${crypto.randomUUID().slice(0, 8)}`;

/** Registers a customer of its own and starts an order for it, on the page "New order". Answers the customer's name. */
export const startOrder = async (page: Page): Promise<string> => {
  const name = `Ana ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: 'Register a customer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Street and number').fill('12 High Street');
  await dialog.getByLabel('Postcode').fill('E1 6AN');
  await dialog.getByLabel('City').fill('London');
  await dialog.getByRole('button', { name: 'Register customer' }).click();
  await expect(page.getByText(/^ORD-.*draft kept$/)).toBeVisible();
  return name;
};

/** Adds one piece of the first product a search finds, by keyboard. */
export const addProduct = async (page: Page, search: string): Promise<void> => {
  const products = page.getByRole('combobox', { name: 'Add a product' });
  await products.fill(search);
  await page.getByRole('option').filter({ hasText: search }).first().waitFor();
  await products.press('Enter');
};

/** Places an order of one line. Answers its number; the page shows the order. */
export const placeOrder = async (page: Page, quantity = 6): Promise<{ number: string; customer: string }> => {
  await page.goto('/orders/new');
  const customer = await startOrder(page);
  await addProduct(page, '85123A');
  const pieces = page.getByRole('textbox', { name: /^Quantity of/ });
  await pieces.fill(String(quantity));
  await pieces.press('Enter');
  await expect(page.getByRole('button', { name: 'Place order' })).toBeEnabled();
  await page.getByRole('button', { name: 'Place order' }).click();
  const number = page.getByRole('heading', { level: 1, name: /^ORD-/ });
  await expect(number).toBeVisible();
  return { number: /ORD-[\d-]+/.exec((await number.textContent()) ?? '')?.[0] ?? '', customer };
};

/** Fills in and sends the payment form. Left out, the amount is what is open. */
export const takePayment = async (page: Page, paid: { reference: string; amount?: string }): Promise<void> => {
  await page.getByRole('button', { name: 'Take payment' }).click();
  const dialog = page.getByRole('dialog');
  if (paid.amount) await dialog.getByLabel(/^Amount/).fill(paid.amount);
  await dialog.getByLabel('Reference').fill(paid.reference);
  await dialog.getByRole('button', { name: 'Record payment' }).click();
};

/** A part of a page by its heading. */
export const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
