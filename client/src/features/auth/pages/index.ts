const pages = () => import('./account-pages.ts');

/** The pages of this feature, fetched together when one of them is opened. */
export const authPages = {
  login: async () => (await pages()).LoginPage,
  register: async () => (await pages()).RegisterPage,
  forgotPassword: async () => (await pages()).ForgotPasswordPage,
  resetPassword: async () => (await pages()).ResetPasswordPage,
  verifyEmail: async () => (await pages()).VerifyEmailPage,
};
