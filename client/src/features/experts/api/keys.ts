/** Where experts lie in the cache. */
export const expertKeys = { lists: ['experts'], profiles: ['expert'] } as const;
