import { fillSignIn, registerCustomer } from './support/accounts.ts';
import { book } from './support/bookings.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('the buttons of a confirmation do what they say, in a browser that is not signed in', async ({ page, stack }) => {
  const customer = await registerCustomer(stack);
  const session = await book(stack, customer, await freeSlot(stack, 'arjun-mehta'));
  const { text } = await stack.mail(customer.email, 'is confirmed');
  const linkOf = (label: string) => new RegExp(`${label}: (\\S+)`).exec(text)?.[1] ?? '';

  await test.step('the calendar file opens without a sign-in', async () => {
    const file = await page.request.get(linkOf('Add to Calendar'));
    expect(file.headers()['content-type']).toContain('text/calendar');
    expect(await file.text()).toContain(`UID:${session.id}@serene`);
  });

  await test.step('a calendar on the web is reached with the session filled in', async () => {
    const { status, headers } = await fetch(linkOf('Google Calendar'), { redirect: 'manual' });
    expect(status).toBe(303);
    expect(headers.get('location')).toContain('https://calendar.google.com/calendar/render?action=TEMPLATE');
  });

  await test.step('the receipt comes after the sign-in, without a search', async () => {
    await page.goto(linkOf('Download Receipt'));
    const receipt = page.waitForEvent('download');
    await fillSignIn(page, customer);
    expect((await receipt).suggestedFilename()).toBe(`receipt-${session.reference}.pdf`);
    await expect(page.getByText(session.reference)).toBeVisible();
  });
});
