import { endpoints } from '@serene/shared/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildOwnExpert } from '../../../testing/fixtures.ts';
import { renderApp } from '../../../testing/render.tsx';
import {
  answerOwnOffers,
  buildOwnType,
  changeType,
  makeType,
  noTerms,
  oneType,
  richType,
} from './own-offers.test-support.ts';

const plain = buildOwnType({ version: 3 });
const address = `/expert/offers/${plain.id}`;
const api = useTestApi((server) => {
  answerOwnOffers(server, [plain]);
  server.on(oneType, 200, { success: true, sessionType: plain });
  server.on(changeType, 200, ({ body }) => saved(body, 4));
  server.on(makeType, 201, ({ body }) => saved(body, 0));
});
/** The answer to a save: what was sent, with another version. */
function saved(body: unknown, version: number) {
  const { expertId: _, ...sent } = endpoints[makeType].body.loose().parse(body);
  return { success: true as const, sessionType: { ...plain, ...sent, version } };
}

type User = ReturnType<typeof renderApp>['user'];
const field = (name: string | RegExp) => screen.findByRole('textbox', { name });
const fill = async (user: User, name: string, text: string) => {
  await user.clear(await field(name));
  await user.click(await field(name));
  await user.paste(text);
};
const save = (user: User) => user.click(screen.getByRole('button', { name: 'Save' }));
const bodies = () => api.current.calls(changeType).map(({ body }) => body);
const preview = () => within(screen.getByRole('article'));

describe('the editor of a session type', () => {
  it('saves what was changed, with its version, and says who sees it', async () => {
    const { user } = renderApp(address);
    expect(await screen.findByRole('heading', { level: 1, name: 'Sleep consultation' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();

    await fill(user, 'Title', 'Night talk');
    await fill(user, 'Price', '1,350');
    expect(screen.getByText('2 changes')).toBeVisible();
    await save(user);

    const notice = await screen.findByText('Saved. Customers see it now.');
    await waitFor(() => expect(notice.closest('output')).toHaveFocus());
    expect(bodies()).toEqual([
      expect.objectContaining({ title: 'Night talk', price: 1350, version: 3, isActive: true, terms: noTerms }),
    ]);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('shows the card beside it as it is typed', async () => {
    const { user } = renderApp(address);

    await fill(user, 'Title', 'Night talk');
    await fill(user, 'Length in minutes', '90');
    await fill(user, 'Price', '0');
    await user.click(screen.getByRole('radio', { name: /^Free/ }));
    await user.click(screen.getByRole('radio', { name: /^Members/ }));
    await user.selectOptions(screen.getByLabelText('Accepting a booking'), 'I accept each booking first');

    for (const text of ['Night talk', '90 minutes', 'Free', 'For members', /accepts each booking personally/]) {
      expect(preview().getByText(text)).toBeVisible();
    }
  });

  it('has the card behind a tab where there is no room beside it', async () => {
    const { user } = renderApp(address);
    await field('Title');

    screen.getByRole('tab', { name: 'Edit' }).focus();
    await user.keyboard('{ArrowRight}');

    expect(screen.getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tabpanel', { name: 'Preview' })).toHaveAttribute('data-state', 'active');
  });

  it('keeps rules of its own, or those of the expert', async () => {
    const policy = { freeUntilHours: 24, refundPercentAfter: 50 };
    const expert = buildOwnExpert({ bufferMinutes: 15, minimumNoticeMinutes: 120, cancellationPolicy: policy });
    api.current.on('GET /experts/me/availability', 200, { success: true, expert });
    const { user } = renderApp(address);

    const pause = await screen.findByLabelText('Break after the session');
    expect(pause).toHaveDisplayValue('My rule: 15 minutes');
    expect(screen.getByLabelText('Shortest notice')).toHaveDisplayValue('My rule: 2 hours');
    expect(screen.getByLabelText('Cancellation policy')).toHaveDisplayValue(/^My rule: Free until 24 hours before/);
    await user.selectOptions(pause, '30 minutes');
    await user.selectOptions(screen.getByLabelText('Cancellation policy'), 'Free until 2 days before the start');
    await user.selectOptions(screen.getByLabelText('After that'), 'Nothing is refunded');
    await save(user);

    await waitFor(() => expect(bodies()).toHaveLength(1));
    expect(bodies()[0]).toMatchObject({
      terms: {
        ...noTerms,
        bufferMinutes: 30,
        cancellationPolicy: { freeUntilHours: 48, refundPercentAfter: 0 },
      },
    });
  });

  it('shows all that a session type may have', async () => {
    api.current.on(oneType, 200, { success: true, sessionType: richType });
    renderApp(address);

    expect(await field('Pathways')).toHaveValue('Sleep\nCalm');
    expect(await field('Link')).toHaveValue('https://meet.example.com/sarah');
    expect(screen.getByRole('radio', { name: 'Violet' })).toBeChecked();
    expect(screen.getByLabelText('Break after the session')).toHaveDisplayValue('25 minutes');
    expect(screen.getByRole('button', { name: /^1\. What brings you here\? Short text required/ })).toBeVisible();
  });
});

describe('questions', () => {
  it('are added, answered in other ways, arranged and removed', async () => {
    const { user } = renderApp(address);

    await user.click(await screen.findByRole('button', { name: 'Add question' }));
    const one = within(screen.getByRole('group', { name: 'Question 1' }));
    expect(one.getByRole('textbox', { name: 'Question' })).toHaveFocus();
    await user.paste('What brings you here?');
    await user.click(one.getByRole('checkbox', { name: 'An answer is required' }));
    await user.click(screen.getByRole('button', { name: 'Add question' }));
    await user.paste('How do you sleep?');
    const two = within(screen.getByRole('group', { name: 'Question 2' }));
    await user.selectOptions(two.getByLabelText('Answer'), 'One of several choices');
    await user.click(two.getByRole('textbox', { name: 'Choices' }));
    await user.paste('Well\nBadly');
    await user.click(screen.getByRole('button', { name: 'Move question 2 up' }));
    expect(screen.getByRole('button', { name: 'Move question 1 up' })).toHaveFocus();
    await save(user);

    await waitFor(() => expect(bodies()).toHaveLength(1));
    expect(bodies()[0]).toMatchObject({
      questions: [
        { kind: 'choice', label: 'How do you sleep?', required: false, choices: ['Well', 'Badly'] },
        { kind: 'short', label: 'What brings you here?', required: true, choices: [] },
      ],
    });

    await user.click(screen.getByRole('button', { name: 'Remove question 1' }));
    expect(screen.queryByRole('group', { name: 'Question 2' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Add question' })).toHaveFocus();
  });

  it('open where something is wrong in them', async () => {
    const { user } = renderApp(address);
    await user.click(await screen.findByRole('button', { name: 'Add question' }));
    await user.click(screen.getByRole('button', { name: /^1\. no text yet/ }));
    expect(screen.getByRole('button', { name: /^1\. no text yet/ })).toHaveAttribute('aria-expanded', 'false');

    await save(user);

    expect(screen.getByRole('button', { name: /^1\. no text yet/ })).toHaveAttribute('aria-expanded', 'true');
    await user.click(within(screen.getByRole('alert')).getByRole('link', { name: 'Question 1: Enter the question' }));
    expect(screen.getByRole('textbox', { name: 'Question' })).toHaveFocus();
  });

  it('are ten at most', async () => {
    const questions = Array.from({ length: 9 }, (_, index) => ({
      id: `q${index}`,
      kind: 'yes-no' as const,
      label: `Is it ${index}?`,
      required: false,
      choices: [],
    }));
    api.current.on(oneType, 200, { success: true, sessionType: { ...plain, questions } });
    const { user } = renderApp(address);

    await user.click(await screen.findByRole('button', { name: 'Add question' }));

    expect(screen.getByText('You ask 10 questions, as many as fit.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add question' })).toBeNull();
  });
});

describe('what contradicts itself', () => {
  it('is a free session with a price: told at the price at once, and mended by a press', async () => {
    const { user } = renderApp(address);
    await field('Price');

    await user.click(screen.getByRole('radio', { name: /^Free/ }));
    expect(await field('Price')).toHaveAccessibleDescription(/A free session costs 0/);
    await user.click(screen.getByRole('button', { name: 'Set the price to 0' }));

    expect(await field('Price')).not.toHaveAccessibleDescription(/A free session costs 0/);
    expect(await field('Price')).toHaveValue('0');
  });

  it('is a paid session at no price', async () => {
    const { user } = renderApp(address);

    await fill(user, 'Price', '0');
    expect(screen.getByRole('radiogroup', { name: 'Kind' })).toHaveAccessibleDescription(/this is a free session/);
    await user.click(screen.getByRole('button', { name: 'Make it a free session' }));

    expect(screen.getByRole('radio', { name: /^Free/ })).toBeChecked();
  });

  it('is a pathway for everybody, or without a pathway', async () => {
    const { user } = renderApp(address);
    await field('Title');

    await user.click(screen.getByRole('radio', { name: /^Pathway/ }));
    expect(screen.getByRole('radiogroup', { name: 'For whom' })).toHaveAccessibleDescription(
      'A pathway is for members',
    );
    await save(user);
    expect(
      within(screen.getByRole('alert'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Enter at least one pathway', 'A pathway is for members']);
    await user.click(screen.getByRole('button', { name: 'Make it for members' }));
    await fill(user, 'Pathways', 'Sleep');
    await save(user);

    await waitFor(() => expect(bodies()).toHaveLength(1));
    expect(bodies()[0]).toMatchObject({ category: 'pathway', access: 'members', pathways: ['Sleep'] });
  });

  it('is another currency than that of the expert, which is said and can be saved', async () => {
    api.current.on(changeType, 200, {
      success: true,
      sessionType: { ...plain, currency: 'USD', isForSale: false, version: 4 },
    });
    const { user } = renderApp(address);

    await user.selectOptions(await screen.findByLabelText('Currency'), 'USD');
    expect(screen.getByText(/You sell in INR. Nobody can book this offer/)).toBeVisible();
    await save(user);

    expect(await screen.findByText('Saved, but nobody can book it yet')).toBeVisible();
    expect(screen.getByText(/price is in USD, and you sell in INR/)).toBeVisible();
  });

  it('is told on leaving a field, and never while it is typed', async () => {
    const { user } = renderApp(address);

    await user.clear(await field('Length in minutes'));
    await user.type(await field('Length in minutes'), '4');
    expect(screen.queryByText(/from 5 to 480 minutes, in steps of 5$/)).toBeNull();
    await user.tab();

    expect(await field('Length in minutes')).toHaveAccessibleDescription(/Enter a length from 5 to 480 minutes/);
  });

  it('is told by the server at the field too', async () => {
    const issues = [{ in: 'body', path: 'price', message: 'must be 0, or from ₹1 in steps that can be paid' }];
    api.current.fail(changeType, 'VALIDATION_FAILED', { details: { issues } });
    const { user } = renderApp(address);

    await fill(user, 'Price', '0.5');
    await save(user);

    expect(
      await screen.findByRole('link', { name: 'Price: must be 0, or from ₹1 in steps that can be paid' }),
    ).toBeVisible();
    expect(await field('Price')).toHaveValue('0.5');
    await fill(user, 'Price', '5');
    expect(await field('Price')).not.toHaveAccessibleDescription(/must be 0/);
  });
});

describe('a new offer', () => {
  it('is made, and stands in the list then', async () => {
    const { user, location } = renderApp('/expert/offers/new');
    expect(await screen.findByRole('heading', { level: 1, name: 'New offer' })).toBeVisible();

    await fill(user, 'Title', 'First talk');
    await fill(user, 'Length in minutes', '15');
    await fill(user, 'Price', '0');
    await user.click(screen.getByRole('radio', { name: /^Free/ }));
    await user.click(screen.getByRole('radio', { name: /^In person/ }));
    await fill(user, 'Address', '1 High Street');
    await save(user);

    await waitFor(() => expect(location()).toBe('/expert/offers'));
    await waitFor(() => expect(screen.getByText('Saved. Customers see it now.')).toBeVisible());
    expect(api.current.calls(makeType)[0]?.body).toMatchObject({
      title: 'First talk',
      category: 'free',
      price: 0,
      currency: 'INR',
      durationMinutes: 15,
      isActive: true,
      maxParticipants: 1,
      place: { kind: 'address', text: '1 High Street' },
    });
  });

  it('says all that is missing, and leads there', async () => {
    const { user } = renderApp('/expert/offers/new');
    await field('Title');

    await save(user);

    const summary = within(await screen.findByRole('alert'));
    expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Enter a title',
      'Enter a price, for example 1200 or 1200.50; 0 is free',
    ]);
    await user.click(summary.getByRole('link', { name: 'Enter a title' }));
    expect(await field('Title')).toHaveFocus();
    expect(api.current.calls(makeType)).toEqual([]);
  });
});
