import { test, expect as usual } from '@playwright/test';
import { arrive, part } from './house.ts';

/** A busy machine needs its time. */
test.setTimeout(180_000);
const patient = { timeout: 30_000 };
const expect = usual.configure(patient);

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
  await expect(page.getByRole('option', { name: 'System: Events' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible();

  await test.step('filter by what is typed', async () => {
    const box = page.getByRole('combobox', { name: 'Filter the events' });
    await page.keyboard.press('/');
    await expect(box).toBeFocused();
    await box.fill('order placed');
    await expect(page.getByRole('option', { name: 'Type Order placed' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/type=OrderPlaced/);
    await expect(page.getByRole('row').nth(1)).toContainText('Order placed');
    await expect(page.getByRole('row', { name: /Order confirmed/ })).toHaveCount(0);
  });

  await test.step('open one, and go to its story', async () => {
    await page.getByRole('link', { name: 'Order placed' }).first().click();
    const event = page.getByRole('complementary', { name: 'Event' });
    await expect(event.getByText('Correlation')).toBeVisible();
    await event.getByRole('link', { name: 'Show its story' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Story of ORD-/ })).toBeVisible();
    const story = part(page, 'What led to what').getByRole('listitem');
    await expect(story.first()).toContainText('Order placed');
    await story.filter({ hasText: 'Shipment planned' }).getByRole('link').click();
    await expect(event).toContainText('Caused by');
    await event.getByRole('button', { name: /^Order for shipping/ }).click();
    await expect(event.getByRole('heading', { level: 2 })).toHaveText('Order for shipping');
    await event.getByRole('link', { name: 'Open order' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^ORD-/ })).toBeVisible();
  });

  await test.step('what comes meanwhile is announced, and the list stays', async () => {
    await page.getByRole('link', { name: 'System' }).click();
    await page.getByRole('navigation', { name: 'System' }).getByRole('link', { name: 'Events' }).click();
    await page.getByRole('combobox', { name: 'Filter the events' }).fill('Carla', patient);
    await page.getByRole('option', { name: 'By Carla' }).click();
    await registerElsewhere('Dora');
    await expect(page.getByRole('row', { name: /Customer registered/ })).toHaveCount(1);
    await registerElsewhere('Emil');
    await page.getByRole('button', { name: '1 new event' }).click(patient);
    await expect(page.getByRole('row', { name: /Customer registered/ })).toHaveCount(2);
  });
  await expectCalm();
});

test('a view is rebuilt beside its readers, and says that nothing differs', async ({ browser }) => {
  const { page, expectCalm } = await arrive(browser, 'Ana', '/system/projections?view=customers.customers');
  const view = page.getByRole('complementary', { name: 'Projection' });
  await expect(view.getByText('Live rows')).toBeVisible();
  const generation = view.getByRole('region', { name: 'Live rows' }).getByText(/^\d+$/);
  const before = Number(await generation.textContent());
  await view.getByRole('button', { name: 'Rebuild' }).click();
  await expect(page.getByText('customers.customers is being rebuilt')).toBeVisible();
  await expect(generation).toHaveText(String(before + 1), { timeout: 60_000 });
  await expect(view.getByText(/rows, no difference$/)).toBeVisible();
  await expectCalm();
});
