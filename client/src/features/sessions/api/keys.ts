/** Where sessions lie in the cache; invalidating `all` reaches every one of them. */
export const sessionKeys = {
  all: ['sessions'],
  list: (filter: { as: string; when: string }) => ['sessions', 'list', filter] as const,
  one: (id: string) => ['sessions', 'one', id] as const,
} as const;
