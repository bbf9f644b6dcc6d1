/** What the client keeps about offers: session types by expert, one session type, the expert's own hour. */
export const offerKeys = {
  all: ['offers'] as const,
  ofExpert: (expertId: string) => ['offers', 'of-expert', expertId] as const,
  one: (id: string) => ['offers', 'one', id] as const,
};
