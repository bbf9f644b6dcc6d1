/** Where sessions and their money lie in the cache; invalidating `all` reaches every session. */
export const sessionKeys = {
  all: ['sessions'],
  lists: ['sessions', 'list'],
  list: (filter: { as: string; when: string }) => ['sessions', 'list', filter] as const,
  one: (id: string) => ['sessions', 'one', id] as const,
  at: (time: { expertId: string; startsAt: string; duration: number }) => ['sessions', 'at', time] as const,
  payment: (paymentId: string) => ['payment', paymentId] as const,
} as const;
