/** The pages of this feature, each fetched when it is opened. */
export const settingsPages = {
  settings: async () => (await import('./SettingsPage.tsx')).SettingsPage,
};
