import { z } from 'zod';

/** What can be made to go wrong: the body of `POST /_sandbox/faults`. */

const milliseconds = z.int().min(0).max(600_000);

const where = {
  /** The method to hit; any when absent. */
  method: z.enum(['GET', 'POST', 'PATCH']).optional(),
  /** The path to hit, such as `/v1/payments/*\/refund`; `*` stands for one segment. Any REST path when absent. */
  path: z.string().startsWith('/v1/').optional(),
  /** How many requests to hit; until cleared when absent. */
  count: z.int().positive().optional(),
};

/** The operation happens and only its answer suffers: the caller cannot know the outcome. */
const afterCommit = z.boolean().default(false);

const apiFaultSchema = z.discriminatedUnion('fault', [
  z.strictObject({ ...where, fault: z.literal('delay'), ms: milliseconds, afterCommit }),
  z.strictObject({ ...where, fault: z.literal('429'), retryAfter: z.int().positive().default(2) }),
  z.strictObject({ ...where, fault: z.literal('502'), afterCommit }),
  z.strictObject({ ...where, fault: z.literal('reset'), afterCommit }),
  z.strictObject({ ...where, fault: z.literal('hang'), afterCommit }),
  z.strictObject({ ...where, fault: z.literal('truncated') }),
]);

const webhookFaultsSchema = z.strictObject({
  /** Each event is delivered twice. */
  duplicated: z.boolean().optional(),
  /** Events are never delivered, nor retried. */
  dropped: z.boolean().optional(),
  /** Milliseconds before the first delivery. */
  delayed: milliseconds.optional(),
  /** Events of one operation are delivered last to first. */
  reordered: z.boolean().optional(),
});

export const faultsSchema = z.strictObject({
  /** Faults of REST requests, added to those that are set; the first that matches strikes. */
  api: z.array(apiFaultSchema).default([]),
  webhooks: webhookFaultsSchema.default({}),
  /**
   * How new refunds begin; `pending` ones wait for `POST /_sandbox/refunds/:id/complete`, `refused` ones lack the
   * balance on the account.
   */
  refunds: z.enum(['processed', 'pending', 'refused']).optional(),
  /** Lists of orders, payments and refunds leave out what is younger. */
  listLagSeconds: z.int().min(0).optional(),
});

export type ApiFault = z.infer<typeof apiFaultSchema>;
export type FaultSettings = z.infer<typeof faultsSchema>;

/** The faults in force; forgotten when the process ends. */
export type Faults = {
  add(settings: FaultSettings): void;
  clear(): void;
  current(): FaultSettings;
  /** The fault that hits this request, which uses up one of its count. */
  take(method: string, path: string): ApiFault | undefined;
  webhooks(): FaultSettings['webhooks'];
  refunds(): 'processed' | 'pending' | 'refused';
  listLagSeconds(): number;
};

const none: FaultSettings = { api: [], webhooks: {} };

export function createFaults(): Faults {
  let current = none;

  function take(method: string, path: string): ApiFault | undefined {
    const hit = current.api.find((fault) => matches(fault, method, path));
    if (hit?.count !== undefined) current = { ...current, api: current.api.flatMap((f) => (f === hit ? used(f) : f)) };
    return hit;
  }

  return {
    add(settings) {
      current = {
        ...current,
        ...settings,
        api: [...current.api, ...settings.api],
        webhooks: { ...current.webhooks, ...settings.webhooks },
      };
    },
    clear() {
      current = none;
    },
    current: () => current,
    take,
    webhooks: () => current.webhooks,
    refunds: () => current.refunds ?? 'processed',
    listLagSeconds: () => current.listLagSeconds ?? 0,
  };
}

function used(fault: ApiFault): ApiFault[] {
  const left = (fault.count ?? 1) - 1;
  return left === 0 ? [] : [{ ...fault, count: left }];
}

function matches(fault: ApiFault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  return fault.path === undefined || samePath(fault.path.split('/'), path.split('/'));
}

function samePath(pattern: string[], path: string[]): boolean {
  return pattern.length === path.length && pattern.every((segment, i) => segment === '*' || segment === path[i]);
}
