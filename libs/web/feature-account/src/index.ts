/** Account, before sign-in: signing in, forgotten passwords, registration, and what links in letters lead to. */
export { SignIn } from './sign-in/sign-in';

/** The pages besides signing in, each a chunk of its own. */
export const loadPage = {
  requestReset: () => import('./reset/request-reset').then((page) => page.RequestReset),
  resetPassword: () => import('./reset/reset-password').then((page) => page.ResetPassword),
  register: () => import('./register/register').then((page) => page.Register),
  verifyEmail: () => import('./register/verify-email').then((page) => page.VerifyEmail),
  confirmEmail: () => import('./email/confirm-email').then((page) => page.ConfirmEmail),
  acceptInvitation: () => import('./invitation/accept-invitation').then((page) => page.AcceptInvitation),
} as const;
