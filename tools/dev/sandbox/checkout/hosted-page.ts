import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseInput } from '../api/input.ts';

const webAddress = z.url({ protocol: /^https?$/, error: 'The URL format is invalid.' });

/** The form of a hosted checkout (Razorpay docs: Hosted Checkout); fields that nothing here shows are let pass. */
const formSchema = z.object({
  key_id: z.string(),
  order_id: z.string(),
  callback_url: webAddress,
  cancel_url: webAddress.optional(),
  amount: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  'prefill[email]': z.string().optional(),
  'prefill[contact]': z.string().optional(),
});

const template = readFileSync(new URL('./assets/page.html', import.meta.url), 'utf8');

/**
 * The checkout as a page of its own, for browsers that show none in a frame: what the frame gets by messages stands in
 * the page, and the outcome leaves by a form to the shop's `callback_url`.
 * @throws ApiError when the form lacks something
 */
export function hostedPage(form: unknown): string {
  const fields = parseInput(formSchema, form ?? {});
  const hosted = {
    key: fields.key_id,
    orderId: fields.order_id,
    callbackUrl: fields.callback_url,
    cancelUrl: fields.cancel_url ?? null,
    options: {
      name: fields.name,
      description: fields.description,
      amount: fields.amount,
      prefill: { email: fields['prefill[email]'], contact: fields['prefill[contact]'] },
      notes: {},
      escape: false,
      confirmClose: true,
    },
  };
  // Nothing of the shop's text ends the element that it stands in.
  const json = JSON.stringify(hosted).replaceAll('<', String.raw`\u003c`);
  return template.replace(
    '<head>',
    () => `<head>\n    <base href="/checkout/" />\n    <script id="hosted" type="application/json">${json}</script>`,
  );
}
