/** Where mails lie in the cache; invalidating `all` reaches every one. */
export const mailKeys = {
  all: ['mails'],
  ofSession: (sessionId: string) => ['mails', 'session', sessionId] as const,
  list: (status: string) => ['mails', 'list', status] as const,
} as const;
