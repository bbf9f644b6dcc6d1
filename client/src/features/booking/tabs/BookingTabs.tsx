import type { Expert } from '@serene/shared/contracts';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { StepTitle } from '../../../components/ui/index.ts';
import { OffersShown, useOffers, type OfferChoice } from '../../offers/index.ts';
import { words as booking } from '../words.ts';
import type { Screen } from '../wizard/state.ts';
import { PayTab } from './PayTab.tsx';
import { isOpen, screenOfTab, tabOf, tabs } from './tabs.ts';
import { TimeTab } from './TimeTab.tsx';
import { TypeTab } from './TypeTab.tsx';
import { useBookingPage } from './use-booking-page.ts';
import { words } from './words.ts';

type BookingTabsProps = { expert: Expert; onOffersChanged: () => void };

/** The booking on a page of its own: what, when, and confirmation with payment, in three tabs. */
export function BookingTabs({ expert, onOffersChanged }: BookingTabsProps) {
  const query = useOffers(expert);
  return (
    <OffersShown query={query}>
      {(offers) => <OfferedTabs expert={expert} offers={offers} onOffersChanged={onOffersChanged} />}
    </OffersShown>
  );
}

type OfferedTabsProps = BookingTabsProps & { offers: readonly OfferChoice[] };

function OfferedTabs(props: OfferedTabsProps) {
  const page = useBookingPage(props);
  const { state, dispatch } = page.wizard;
  // The page's own heading has the focus until somebody moves on.
  const [opened] = useState(state.screen);
  const [hasMoved, setHasMoved] = useState(false);
  if (!hasMoved && state.screen !== opened) setHasMoved(true);
  const tab = tabOf(state);
  const heading = (
    <StepTitle
      key={state.screen}
      quiet={!hasMoved}
      title={words.stepTitle(tabs.indexOf(tab) + 1, headings[state.screen] ?? words.tabs[tab])}
    />
  );
  return (
    <Tabs.Root
      activationMode="manual"
      value={tab}
      onValueChange={(value) => {
        const next = tabs.find((name) => name === value);
        if (next !== undefined) dispatch({ type: 'went-to', screen: screenOfTab[next] });
      }}
      className="overflow-clip card"
    >
      <h2 className="sr-only">{booking.stepsLabel}</h2>
      <Tabs.List aria-label={booking.stepsLabel} className="grid grid-cols-3 border-b border-line">
        {tabs.map((name, index) => (
          <Tabs.Trigger
            key={name}
            value={name}
            disabled={!isOpen(name, state) || (page.needsSignIn && index > tabs.indexOf(tab))}
            className="group -mb-px flex min-h-14 flex-col items-center gap-x-2 gap-y-1 border-b-2 border-transparent px-1 py-2 -outline-offset-2 text-small font-medium text-link hover:bg-surface-2 disabled:cursor-not-allowed disabled:text-faint disabled:hover:bg-transparent data-[state=active]:border-primary data-[state=active]:font-semibold data-[state=active]:text-ink md:flex-row md:justify-center md:text-body"
          >
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full border border-current text-caption tabular-nums group-data-[state=active]:border-primary group-data-[state=active]:bg-primary group-data-[state=active]:text-on-primary"
            >
              {index + 1}
            </span>
            {words.tabs[name]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        <Tabs.Content
          key={name}
          value={name}
          tabIndex={-1}
          className="flex flex-col gap-5 p-4 outline-none [--step-bottom:0px] [@media(max-height:30rem)]:[--step-bottom:-100rem] md:px-6 md:pt-6"
        >
          {name !== 'pay' && heading}
          {name === 'type' && <TypeTab page={page} />}
          {name === 'time' && <TimeTab page={page} />}
          {name === 'pay' && <PayTab page={page} heading={heading} />}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

/** What is on screen where its tab does not say it. */
const headings: Partial<Record<Screen, string>> = {
  details: words.details,
  payment: words.payment,
  complete: words.payment,
};
