/**
 * The test twin of Razorpay's checkout.js: the same constructor, options, events and retry loop,
 * showing the sandbox's own checkout page in a frame over the shop's page. A classic script, as shops load it.
 */
(() => {
  const sandbox = new URL(document.currentScript.src).origin;

  /** The part of the options that the page in the frame needs; functions cannot cross. */
  function toPageOptions({ name, description, amount, prefill, notes, theme, modal, config }) {
    return {
      name,
      description,
      amount,
      prefill: { email: prefill?.email, contact: prefill?.contact, method: prefill?.method },
      notes: { ...notes },
      color: theme?.color,
      language: config?.display?.language,
      backdropClose: modal?.backdropclose ?? false,
      escape: modal?.escape ?? true,
      confirmClose: modal?.confirm_close ?? false,
    };
  }

  /** Covers the shop's page; everything visible is drawn inside the frame. */
  function createOverlay({ key, order_id: orderId }) {
    const overlay = document.createElement('div');
    overlay.className = 'razorpay-container';
    Object.assign(overlay.style, { position: 'fixed', inset: '0', zIndex: '2147483647' });

    const page = new URL('/checkout/page.html', sandbox);
    page.search = new URLSearchParams({ key, order: orderId ?? '', parent: location.origin });

    const frame = document.createElement('iframe');
    frame.className = 'razorpay-checkout-frame';
    frame.title = 'Test checkout';
    frame.src = page.href;
    // With the page's own colour scheme the frame's canvas stays transparent, whatever the shop's scheme is.
    Object.assign(frame.style, { width: '100%', height: '100%', border: '0', colorScheme: 'light' });
    overlay.append(frame);
    return { overlay, frame };
  }

  /** Leaves the shop's page by a form POST. */
  function post(url, fields) {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = url;
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }

  /** With `redirect` the whole window goes to the hosted checkout, which reports to `callback_url`: no frame is needed. */
  function leaveForHostedCheckout({ key, order_id: orderId, name, description, amount, prefill, callback_url: url }) {
    post(`${sandbox}/v1/checkout/embedded`, {
      key_id: key,
      order_id: orderId,
      name,
      description,
      amount,
      'prefill[email]': prefill?.email,
      'prefill[contact]': prefill?.contact,
      callback_url: url,
      cancel_url: location.href,
    });
  }

  /** One opening of the checkout, from `open()` until it is paid or closed. */
  function openCheckout(options, { emitFailure, ended }) {
    const opener = document.activeElement;
    const { overflow } = document.body.style;
    const { overlay, frame } = createOverlay(options);
    const timer = options.timeout ? setTimeout(dismiss, options.timeout * 1000) : undefined;

    function end() {
      clearTimeout(timer);
      removeEventListener('message', receive);
      overlay.remove();
      document.body.style.overflow = overflow;
      ended();
      // Before the shop is told, so that it may move the focus itself.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    }

    function dismiss() {
      end();
      options.modal?.ondismiss?.();
    }

    function paid(response) {
      end();
      // A handler of the shop's own comes before its `callback_url`.
      if (options.handler) options.handler(response);
      else if (options.callback_url) post(options.callback_url, response);
    }

    function failed(error) {
      emitFailure({ error });
      if (options.retry === false || options.retry?.enabled === false) dismiss();
    }

    function receive(event) {
      if (event.origin !== sandbox || event.source !== frame.contentWindow) return;
      const { type, response, error } = event.data;
      if (type === 'ready')
        frame.contentWindow.postMessage({ type: 'options', options: toPageOptions(options) }, sandbox);
      else if (type === 'paid') paid(response);
      else if (type === 'failed') failed(error);
      else if (type === 'dismissed') dismiss();
    }

    addEventListener('message', receive);
    document.body.style.overflow = 'hidden';
    document.body.append(overlay);
    frame.addEventListener('load', () => frame.focus());
    return { dismiss };
  }

  class Razorpay {
    #options;
    #listeners = new Map();
    #checkout = null;

    constructor(options) {
      if (!options?.key) throw new Error('Razorpay: the option `key` is missing.');
      this.#options = options;
    }

    on(event, listener) {
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
      return this;
    }

    open() {
      if (this.#options.redirect && this.#options.callback_url) {
        leaveForHostedCheckout(this.#options);
        return;
      }
      this.#checkout ??= openCheckout(this.#options, {
        emitFailure: (failure) => this.#listeners.get('payment.failed')?.forEach((listener) => listener(failure)),
        ended: () => {
          this.#checkout = null;
        },
      });
    }

    /** Not documented by Razorpay; here it ends like the customer's own closing, with `ondismiss`. */
    close() {
      this.#checkout?.dismiss();
    }
  }

  window.Razorpay = Razorpay;
})();
