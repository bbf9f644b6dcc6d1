import { z } from 'zod';

/** What the sandbox tells of its orders, payments and refunds. */
export const gatewayStateSchema = z.object({
  orders: z.array(z.object({ id: z.string(), status: z.string(), receipt: z.string().nullable() })),
  payments: z.array(z.object({ id: z.string(), order_id: z.string(), status: z.string(), amount: z.number() })),
  refunds: z.array(z.object({ id: z.string(), payment_id: z.string(), amount: z.number(), status: z.string() })),
});

/** Asks one of the sandbox's own doors. @returns the JSON of its answer, null for one without content */
export async function askSandbox(
  url: string,
  { method, body }: { method: string; body?: object | undefined },
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`sandbox: ${method} ${url} answered ${response.status}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}
