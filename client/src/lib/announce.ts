/**
 * Two live regions, made once beside the app and before their first use: text changed in a region that already
 * exists is what screen readers report (WCAG 4.1.3). They stay outside the app's root, which is inert during payment.
 */
const regions = new Map<Politeness, HTMLElement>();
const timers = new Map<Politeness, number>();
const shownFor = 5000;

type Politeness = 'polite' | 'assertive';

/** Puts both regions into the page; calling it again changes nothing. */
export function mountLiveRegions(): void {
  for (const politeness of ['polite', 'assertive'] as const) {
    if (regions.get(politeness)?.isConnected === true) continue;
    const region = document.createElement('div');
    region.setAttribute('aria-live', politeness);
    region.setAttribute('aria-atomic', 'true');
    region.dataset['liveRegion'] = politeness;
    region.className = 'sr-only';
    document.body.append(region);
    regions.set(politeness, region);
  }
}

/** Says something to people who cannot see it change. Assertive interrupts: only for what they must know at once. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  mountLiveRegions();
  const region = regions.get(politeness);
  if (region === undefined) return;
  region.textContent = text;
  window.clearTimeout(timers.get(politeness));
  timers.set(
    politeness,
    window.setTimeout(() => {
      region.textContent = '';
    }, shownFor),
  );
}
