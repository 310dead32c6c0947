import type { Routes } from '@angular/router';
import { realmRoutes } from './realm.routes';

/** An operator's console: a page for each of their tasks, each by its own address. */
export const operatorRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./console/operator-console').then((page) => page.OperatorConsole),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'market' },
      {
        path: 'market',
        title: 'operator.pages.market',
        loadComponent: () => import('./market/market-page').then((page) => page.MarketPage),
      },
      {
        path: 'members',
        title: 'operator.pages.members',
        loadComponent: () => import('./members/members-page').then((page) => page.MembersPage),
      },
      {
        path: 'invitations',
        title: 'operator.pages.invitations',
        loadComponent: () => import('./invitations/invitations-page').then((page) => page.InvitationsPage),
      },
      {
        path: 'invitations/list',
        title: 'operator.many.title',
        loadComponent: () => import('./invitations/many/invite-many').then((page) => page.InviteMany),
      },
      ...realmRoutes,
    ],
  },
];
