import { demo, registerCustomer, signIn } from './support/accounts.ts';
import { book } from './support/bookings.ts';
import { refuseNextMail } from './support/mail-faults.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('a mail that was refused is seen by the expert, tried again by an admin, and arrives', async ({
  page,
  stack,
  browser,
}) => {
  const customer = await registerCustomer(stack);
  // The first mail to a new address is another one.
  await stack.mail(customer.email, 'Confirm your email address');
  await refuseNextMail(stack, customer.email);
  const { id } = await book(stack, customer, await freeSlot(stack, 'dr-sarah-khan', { daysAhead: 6 }));

  await signIn(page, demo('expert@example.com'));
  await page.goto(`/sessions/${id}`);
  const mails = page.getByRole('region', { name: 'Emails' });
  const confirmation = mails.getByRole('listitem').filter({ hasText: `Booking confirmation to ${customer.name}` });
  await expect(confirmation).toContainText('No such mailbox', { timeout: 30_000 });
  await expect(confirmation).toContainText(`Tell them another way.`);

  await test.step('an admin has it tried again', async () => {
    const office = await (await browser.newContext()).newPage();
    await signIn(office, demo('admin@example.com'));
    await office.goto('/');
    await office.getByRole('banner').getByRole('link', { name: 'Emails' }).click();
    await office.getByRole('button', { name: `Try again: Booking confirmation, ${customer.email}` }).click();
    await expect(office.getByText("We're trying again now")).toBeVisible();
    await office.context().close();
  });

  await stack.mail(customer.email, 'is confirmed');
  await page.reload();
  await expect(confirmation).toContainText(/Sent .+ IST/, { timeout: 30_000 });
});
