/** The pages of this feature, each fetched when it is opened. */
export const mailPages = {
  all: async () => (await import('./MailsPage.tsx')).MailsPage,
};
