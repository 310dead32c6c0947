import type { Routes } from '@angular/router';
import { signedOut } from '../guards';

/** The pages before sign-in. Links in letters work for everybody: whoever is signed in may have got one too. */
export const gatePages: Routes = [
  {
    path: 'sign-in',
    title: 'account.signIn.title',
    canActivate: [signedOut],
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.SignIn),
  },
  {
    path: 'request-reset',
    title: 'account.requestReset.title',
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.loadPage.requestReset()),
  },
  {
    path: 'register',
    title: 'account.register.title',
    canActivate: [signedOut],
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.loadPage.register()),
  },
  {
    path: 'reset-password',
    title: 'account.resetPassword.title',
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.loadPage.resetPassword()),
  },
  {
    path: 'verify-email',
    title: 'account.verifyEmail.title',
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.loadPage.verifyEmail()),
  },
  {
    path: 'confirm-email',
    title: 'account.confirmEmail.title',
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.loadPage.confirmEmail()),
  },
  {
    path: 'accept-invitation',
    title: 'account.invitation.page',
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.loadPage.acceptInvitation()),
  },
];
