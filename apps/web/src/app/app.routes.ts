import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './guards';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'trading' },
  {
    path: 'sign-in',
    canActivate: [signedOut],
    loadComponent: () => import('@ceex/web-feature-account').then((feature) => feature.SignIn),
  },
  {
    path: 'trading',
    canActivate: [signedIn],
    loadComponent: () => import('@ceex/web-feature-trading').then((feature) => feature.Trading),
  },
  {
    path: 'dashboard',
    canActivate: [signedIn],
    loadComponent: () => import('@ceex/web-feature-dashboard').then((feature) => feature.Dashboard),
  },
  { path: '**', loadComponent: () => import('./not-found').then((page) => page.NotFound) },
];
