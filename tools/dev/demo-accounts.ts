/** The people that the demo data begins with, all with the same password. They exist on a developer's machine only. */
export const demoAccounts = {
  customer: 'customer@example.com',
  expert: 'expert@example.com',
  admin: 'admin@example.com',
} as const;

export const demoPassword = 'serene-demo-2026';
