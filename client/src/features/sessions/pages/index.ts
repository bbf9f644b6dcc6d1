/** The pages of this feature, each fetched when it is opened. */
export const sessionPages = {
  dashboard: async () => (await import('./DashboardPage.tsx')).DashboardPage,
  expertDashboard: async () => (await import('./ExpertDashboardPage.tsx')).ExpertDashboardPage,
  session: async () => (await import('./SessionPage.tsx')).SessionPage,
};
