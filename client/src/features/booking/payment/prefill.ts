/** What the gateway's checkout fills in of the customer. */
export type Prefill = { name?: string; email?: string; contact?: string };
