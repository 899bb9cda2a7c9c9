import { expect, test } from '@playwright/test';
import { arrive, part } from './house.ts';

/** A busy machine needs its time. */
test.setTimeout(120_000);
const patient = { timeout: 15_000 };

/** Somebody far away registers a customer: one event, by name. */
const registerElsewhere = async (name: string): Promise<void> => {
  const response = await fetch(new URL('/graphql', process.env.E2E_API_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-waybill-actor': 'Carla' },
    body: JSON.stringify({
      query: `mutation ($input: RegisterCustomerInput!) { command: registerCustomer(input: $input) { __typename } }`,
      variables: {
        input: { name, address: { line1: '12 High Street', city: 'London', postcode: 'E1 6AN', country: 'GB' } },
      },
    }),
  });
  expect(await response.json()).toMatchObject({ data: { command: { __typename: 'CustomerPayload' } } });
};

test('events are filtered, followed, opened, and lead to their story and their order', async ({ browser }) => {
  const { page, expectCalm } = await arrive(browser, 'Ana', '/system');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/^Search orders/).fill('System: Events');
  await expect(page.getByRole('option', { name: 'System: Events' })).toHaveAttribute('aria-selected', 'true', patient);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible(patient);

  await test.step('filter by what is typed', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('order placed');
    await expect(page.getByRole('option', { name: 'Type Order placed' })).toBeVisible(patient);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/type=OrderPlaced/);
    await expect(page.getByRole('row').nth(1)).toContainText('Order placed', patient);
    await expect(page.getByRole('row', { name: /Order confirmed/ })).toHaveCount(0);
  });

  await test.step('open one, and go to its story', async () => {
    await page.getByRole('link', { name: 'Order placed' }).first().click();
    const event = page.getByRole('complementary', { name: 'Event' });
    await expect(event.getByText('Correlation')).toBeVisible(patient);
    await event.getByRole('link', { name: 'Show its story' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Story of ORD-/ })).toBeVisible(patient);
    const story = part(page, 'What led to what').getByRole('listitem');
    await expect(story.first()).toContainText('Order placed');
    await story.filter({ hasText: 'Shipment planned' }).getByRole('link').click();
    await expect(event).toContainText('Caused by');
    await event.getByRole('button', { name: /^Order for shipping/ }).click();
    await expect(event.getByRole('heading', { level: 2 })).toHaveText('Order for shipping');
    await event.getByRole('link', { name: 'Open order' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^ORD-/ })).toBeVisible(patient);
  });

  await test.step('what comes meanwhile is announced, and the list stays', async () => {
    await page.getByRole('link', { name: 'System' }).click();
    await page.getByRole('navigation', { name: 'System' }).getByRole('link', { name: 'Events' }).click();
    await page.getByRole('combobox', { name: 'Filter the events' }).fill('Carla', patient);
    await page.getByRole('option', { name: 'By Carla' }).click();
    await registerElsewhere('Dora');
    await expect(page.getByRole('row', { name: /Customer registered/ })).toHaveCount(1, patient);
    await registerElsewhere('Emil');
    await page.getByRole('button', { name: '1 new event' }).click(patient);
    await expect(page.getByRole('row', { name: /Customer registered/ })).toHaveCount(2);
  });
  await expectCalm();
});

test('a view is rebuilt beside its readers, and says that nothing differs', async ({ browser }) => {
  const { page, expectCalm } = await arrive(browser, 'Ana', '/system/projections?view=customers.customers');
  const view = page.getByRole('complementary', { name: 'Projection' });
  await expect(view.getByText('Live rows')).toBeVisible(patient);
  const generation = view.getByRole('region', { name: 'Live rows' }).getByText(/^\d+$/);
  const before = Number(await generation.textContent());
  await view.getByRole('button', { name: 'Rebuild' }).click();
  await expect(page.getByText('customers.customers is being rebuilt')).toBeVisible(patient);
  await expect(generation).toHaveText(String(before + 1), { timeout: 45_000 });
  await expect(view.getByText(/rows, no difference$/)).toBeVisible(patient);
  await expectCalm();
});
