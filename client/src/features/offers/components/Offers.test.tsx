import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import { buildExpert, buildSessionType } from '../../../testing/fixtures.ts';
import { renderPart } from '../../../testing/render.tsx';
import { byPosition, choiceOfType, choicesOf } from '../offer-choice.ts';
import { useOffers } from '../use-offers.ts';
import { OfferCard } from './OfferCard.tsx';
import { OffersShown } from './OffersShown.tsx';
import { SessionTypeSelector } from './SessionTypeSelector.tsx';

const list = 'GET /scheduling/session-types';
const expert = buildExpert();
const talk = buildSessionType();
const firstTalk = buildSessionType({
  id: 'f2b2c3d4e5f60718293a4b5c',
  title: 'First talk',
  durationMinutes: 15,
  price: 0,
  priceMinor: 0,
  category: 'free',
  position: 1,
});
const api = useTestApi((server) => {
  server.on(list, 200, { success: true, sessionTypes: [firstTalk, talk] });
});

function Chooser({ of }: { of: Parameters<typeof useOffers>[0] }) {
  const [chosen, setChosen] = useState<string>();
  const query = useOffers(of);
  return (
    <MemoryRouter>
      <OffersShown query={query}>
        {(offers) => (
          <SessionTypeSelector sessionTypes={offers} selectedId={chosen} onSelect={({ id }) => setChosen(id)} />
        )}
      </OffersShown>
    </MemoryRouter>
  );
}
const radioNames = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'));

describe('the card of an offer', () => {
  it('says title, length, price and what it is about', () => {
    renderPart(<OfferCard offer={choiceOfType(talk)} action={<button type="button">Book</button>} />);

    const card = within(screen.getByRole('article', { name: 'Sleep consultation' }));
    expect(card.getByRole('heading', { level: 3 })).toHaveTextContent('Sleep consultation');
    expect(card.getByText('45 minutes')).toBeVisible();
    expect(card.getByText('₹1,200')).toBeVisible();
    expect(card.getByText('We look at your nights and find one thing to change.')).toBeVisible();
    expect(card.getByRole('button', { name: 'Book' })).toBeVisible();
    expect(card.queryByText('For members')).toBeNull();
  });

  it('says that it is free, and for whom it is', () => {
    const pathway = { category: 'pathway', access: 'members', requiresApproval: true } as const;
    renderPart(<OfferCard offer={choiceOfType({ ...firstTalk, ...pathway })} />);

    for (const text of ['Free', 'Pathway', 'For members', /accepts each booking personally/]) {
      expect(screen.getByText(text)).toBeVisible();
    }
  });

  it("names each length of the expert's hour with its price", () => {
    const [hour] = choicesOf(buildExpert({ durations: [60, 30], prices: expert.prices.slice(0, 2).toReversed() }), []);
    renderPart(hour && <OfferCard offer={hour} />);

    const card = screen.getByRole('article', { name: 'Single session' });
    expect(card).toHaveTextContent(/from ₹750.*30 minutes ₹750.*60 minutes ₹1,500/);
  });
});

describe('what can be booked with an expert', () => {
  it('is one choice of the hour and the session types, by keyboard too', async () => {
    const { user } = renderPart(<Chooser of={expert} />);
    expect(await screen.findByRole('radiogroup', { name: 'What would you like to book?' })).toBeVisible();

    expect(radioNames()).toEqual([
      'Single session, 30 minutes, 60 minutes, 90 minutes, 120 minutes, from ₹750',
      'First talk, 15 minutes, Free',
      'Sleep consultation, 45 minutes, ₹1,200',
    ]);
    await user.click(screen.getByRole('radio', { name: /^First talk/ }));
    expect(screen.getByRole('radio', { name: /^First talk/ })).toBeChecked();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: /^Sleep/ })).toBeChecked();
    expect(screen.getByRole('radio', { name: /^First talk/ })).not.toBeChecked();
  });

  it('leaves out what is not for sale, and the hour where it is switched off', async () => {
    api.current.on(list, 200, { success: true, sessionTypes: [firstTalk, { ...talk, isForSale: false }] });
    renderPart(<Chooser of={buildExpert({ durations: [], prices: [] })} />);

    await screen.findByRole('radiogroup');
    expect(radioNames()).toEqual(['First talk, 15 minutes, Free']);
  });

  it('stands in the order of the expert where that is asked for', () => {
    const ids = byPosition(choicesOf(expert, [firstTalk, talk])).map(({ id }) => id);

    expect(ids).toEqual(['hourly', talk.id, firstTalk.id]);
  });

  it('may be nothing', async () => {
    api.current.on(list, 200, { success: true, sessionTypes: [] });
    renderPart(<Chooser of={buildExpert({ durations: [], prices: [] })} />);

    expect(await screen.findByText('Nothing can be booked with this expert at the moment')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See all experts' })).toHaveAttribute('href', '/experts');
  });

  it('keeps the hour when the session types cannot be loaded, and offers another try', async () => {
    api.current.fail(list, 'INTERNAL');
    const { user } = renderPart(<Chooser of={expert} />);

    expect(await screen.findByText('What can be booked could not be loaded')).toBeVisible();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    api.current.on(list, 200, { success: true, sessionTypes: [talk] });
    await user.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('radio', { name: /^Sleep/ })).toBeVisible();
    expect(screen.queryByText('What can be booked could not be loaded')).toBeNull();
  });
});
