/** What the client keeps about offers. */
export const offerKeys = {
  all: ['offers'] as const,
  ofExpert: (expertId: string) => ['offers', 'of-expert', expertId] as const,
  /** What an expert edits: their own list, one of it, their hour, and the rules of their own. */
  own: (expertId: string) => ['offers', 'mine', 'list', expertId] as const,
  edited: (id: string) => ['offers', 'mine', 'edited', id] as const,
  hour: ['offers', 'mine', 'hour'] as const,
  editedHour: ['offers', 'mine', 'edited-hour'] as const,
  rules: ['offers', 'mine', 'rules'] as const,
};
