const loading = new Map<string, Promise<PopupConstructor>>();

export type PopupConstructor = NonNullable<Window['Razorpay']>;

/** The gateway's script could not be had: blocked, offline, or too slow. */
export class CheckoutUnavailable extends Error {
  override readonly name = 'CheckoutUnavailable';
}

/**
 * Brings the gateway's checkout into the page, once. It comes from the gateway's own address, as card rules demand.
 * @throws CheckoutUnavailable after 10 seconds or on failure; the next call tries afresh.
 */
export function loadScript(url: string, patienceMs = 10_000): Promise<PopupConstructor> {
  if (window.Razorpay !== undefined) return Promise.resolve(window.Razorpay);
  let script = loading.get(url);
  if (script === undefined) {
    script = inject(url, patienceMs).finally(() => loading.delete(url));
    loading.set(url, script);
  }
  return script;
}

function inject(url: string, patienceMs: number): Promise<PopupConstructor> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const settle = () => {
      window.clearTimeout(timer);
      if (window.Razorpay !== undefined) {
        resolve(window.Razorpay);
        return;
      }
      script.remove();
      reject(new CheckoutUnavailable(`The checkout at ${url} did not load.`));
    };
    const timer = window.setTimeout(settle, patienceMs);
    script.src = url;
    script.async = true;
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    document.head.append(script);
  });
}
