import { expect, test } from '@playwright/test';
import { arrive, part, placeOrder, reference, takePayment } from './house.ts';

/** A busy machine needs its time. */
test.setTimeout(180_000);
const patient = { timeout: 15_000 };

test('an order is shown as it was at any moment, compared with another, and every event tells why', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana', '/orders/new');
  const { page } = ana;
  await placeOrder(page);
  const payment = part(page, 'Payment');
  await expect(payment).toContainText('Requested', patient);
  await takePayment(page, { reference: reference() });
  await expect(part(page, 'Deliveries')).toContainText('Scheduled', patient);
  await expect(part(page, 'Invoice')).toContainText('Settled', patient);

  const travel = part(page, 'Time travel');
  await expect(travel).toContainText('As it is now');
  await travel.getByRole('slider', { name: 'Moment shown' }).focus();
  await page.keyboard.press('Home');
  await expect(travel).toContainText('As of Order drafted');
  await expect(part(page, 'Deliveries')).toContainText('Scheduled by itself', patient);
  await page.keyboard.press('End');
  await expect(travel).toContainText('As it is now');
  await page.keyboard.press('ArrowLeft');
  await expect(travel).toContainText('As of');
  await expect(page.getByRole('button', { name: 'Cancel order' })).toHaveAttribute('aria-disabled', 'true', patient);
  await page.reload();
  await expect(travel).toContainText('As of', patient);
  await page.evaluate(() => Object.assign(window, { stayed: true }));

  await test.step('compare', async () => {
    await travel.getByRole('button', { name: 'Back to now' }).click();
    await expect(travel).toContainText('As it is now');
    await travel.getByRole('button', { name: 'Compare' }).click();
    await travel.getByRole('slider', { name: 'First moment' }).focus();
    await page.keyboard.press('Home');
    await expect(travel.getByRole('slider', { name: 'First moment' })).toHaveAttribute('aria-valuenow', '0');
    await expect(travel.getByRole('slider', { name: 'Second moment' })).not.toHaveAttribute('aria-valuenow', '0');
    const differences = part(page, 'Differences');
    await expect(differences.getByRole('row', { name: /^Payment status/ })).toContainText('Paid', patient);
    await expect(differences).toContainText('Payment received');
    await travel.getByRole('button', { name: 'Compare' }).click();
    await expect(differences).toHaveCount(0);
  });

  await test.step('causes and consequences', async () => {
    await part(page, 'Timeline').getByRole('button', { name: 'Payment received' }).click();
    const told = page.getByRole('dialog', { name: 'Payment received' });
    await expect(told).toContainText('Record incoming payment', patient);
    await expect(told).toContainText('Ana');
    await expect(told).toContainText('Invoice issued');
    await page.keyboard.press('Escape');
    await expect(told).toHaveCount(0);
  });
  await ana.expectCalm();
});
