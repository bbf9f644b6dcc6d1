import { z } from 'zod';
import { amountSchema, entityNotesSchema, parseBody } from '../api/input.ts';
import { invalid, particular } from '../errors.ts';
import { commit, unixNow, type Gateway } from '../gateway.ts';
import { refuseOrderAmount } from '../rules/amounts.ts';
import { newId } from '../state/ids.ts';
import type { Order } from '../state/records.ts';

/** Minutes, the longest window for capture by hand (Razorpay docs: Capture settings by API). */
const fiveDays = 7200;
/** The account's default: everything authorised within three days is captured, the rest returned. */
const threeDays = 4320;

const captureSchema = z
  .object({
    capture: z.enum(['automatic', 'manual']),
    capture_options: z
      .object({
        automatic_expiry_period: z.int().min(12, 'The automatic expiry period must be at least 12.').optional(),
        manual_expiry_period: z.int().max(fiveDays).default(fiveDays),
        refund_speed: z.enum(['normal', 'optimum']).optional(),
      })
      .prefault({}),
  })
  .refine(({ capture, capture_options: options }) => capture === 'manual' || options.automatic_expiry_period, {
    error: 'The automatic expiry period field is required.',
  })
  .refine(
    ({ capture_options: { automatic_expiry_period: automatic = 0, manual_expiry_period: manual } }) =>
      manual >= automatic,
    {
      error: 'The manual expiry period must be at least the automatic expiry period.',
    },
  );

const legacyCaptureSchema = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean);
const accepted = z.unknown().optional();

const createSchema = z.strictObject({
  amount: amountSchema,
  currency: z.string({
    error: ({ input }) =>
      input === undefined ? 'currency: is required.' : `expected string but provided ${JSON.stringify(input)}`,
  }),
  receipt: z.string().max(40, 'receipt: the length must be no more than 40.').nullable().default(null),
  notes: entityNotesSchema.default({}),
  payment: captureSchema.optional(),
  payment_capture: legacyCaptureSchema.optional(),
  unique_receipt: z.boolean().default(false),
  partial_payment: z.literal(false, { error: 'The sandbox does not know partial payments.' }).optional(),
  // Known to Razorpay, without effect here.
  first_payment_min_amount: accepted,
  offer_id: accepted,
  method: accepted,
  bank_account: accepted,
  customer_id: accepted,
  customer_details: accepted,
  transfers: accepted,
});

type CreateOrder = z.infer<typeof createSchema>;

/**
 * Creates an order, or with `unique_receipt` finds the one that has the receipt.
 * @throws ApiError in the words of Razorpay's docs (Create an order, Error index)
 */
export function createOrder(gateway: Gateway, body: unknown): Order {
  const request = parseBody(createSchema, body);
  refuseBadMoney(request);
  const earlier = request.receipt === null ? undefined : gateway.store.orderByReceipt(request.receipt);
  if (earlier && request.unique_receipt) return earlier;
  if (earlier && gateway.uniqueReceipts) throw duplicateReceipt(earlier);

  const order: Order = {
    id: newId('order'),
    amount: request.amount,
    amountPaid: 0,
    currency: request.currency,
    receipt: request.receipt,
    status: 'created',
    attempts: 0,
    notes: request.notes,
    capture: captureRules(request),
    createdAt: unixNow(gateway),
  };
  commit(gateway, { orders: [order] }, []);
  return order;
}

function refuseBadMoney({ amount, currency }: CreateOrder): void {
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid('Currency is not supported', 'currency');
  refuseOrderAmount(amount, currency);
}

function duplicateReceipt(earlier: Order) {
  return particular('Order receipt should be unique.', {
    step: 'payment_initiation',
    reason: 'input_validation_failed',
    field: 'receipt',
    metadata: { order_id: earlier.id },
  });
}

function captureRules({ payment, payment_capture: legacy }: CreateOrder): Order['capture'] {
  if (!payment) {
    return { mode: legacy === false ? 'manual' : 'automatic', automaticMinutes: threeDays, manualMinutes: threeDays };
  }
  const { automatic_expiry_period: automatic = 0, manual_expiry_period: manual } = payment.capture_options;
  return { mode: payment.capture, automaticMinutes: automatic, manualMinutes: manual };
}
