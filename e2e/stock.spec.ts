import { expect as patient, test } from '@playwright/test';
import { arrive } from './house.ts';

const expect = patient.configure({ timeout: 30_000 });

test.setTimeout(240_000);

test('stock that is received at one screen is there at the other, and a count never goes below zero', async ({
  browser,
}) => {
  const sku = `MUG-${crypto.randomUUID().slice(0, 8)}`.toUpperCase();
  const ana = await arrive(browser, 'Ana', '/stock');
  const ben = await arrive(browser, 'Ben', `/stock?item=${encodeURIComponent(`${sku}@MAIN`)}`);
  const seen = ben.page.getByRole('complementary', { name: `${sku}@MAIN` });
  await expect(seen).toContainText('Nothing is known of it');

  await ana.page.getByRole('button', { name: 'Receive stock' }).click();
  const receive = ana.page.getByRole('dialog');
  await receive.getByRole('button', { name: 'Receive stock' }).click();
  await expect(receive.getByRole('alert').first()).toContainText('Give the code');
  await receive.getByLabel('Code').fill(sku);
  await receive.getByLabel('Pieces').fill('12');
  await receive.getByLabel('Note').fill('Delivery note 7');
  await receive.getByRole('button', { name: 'Receive stock' }).click();
  await expect(receive).toBeHidden();
  await expect(seen.getByRole('list', { name: 'Last movements' })).toContainText('Delivery note 7');

  await seen.getByRole('button', { name: 'Adjust stock' }).click();
  const adjust = ben.page.getByRole('dialog');
  await adjust.getByLabel('Change, pieces').fill('−13');
  await adjust.getByLabel('Reason').fill('counted');
  await adjust.getByRole('button', { name: 'Adjust stock' }).click();
  await expect(adjust.getByRole('alert')).toContainText('13 cannot be taken off');
  await adjust.getByLabel('Change, pieces').fill('-2');
  await adjust.getByRole('button', { name: 'Adjust stock' }).click();
  await expect(adjust).toBeHidden();
  await expect(seen.getByRole('list', { name: 'Last movements' })).toContainText('10 on hand, 0 reserved');
  await ana.expectCalm();
  await ben.expectCalm();
});
