/** The pages of this feature, each fetched when it is opened. */
export const authPages = {
  login: async () => (await import('./LoginPage.tsx')).LoginPage,
  register: async () => (await import('./RegisterPage.tsx')).RegisterPage,
};
