import type { Routes } from '@angular/router';

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
      {
        path: 'mail',
        title: 'operator.pages.mail',
        loadComponent: () => import('./mail/mail-page').then((page) => page.MailPage),
      },
      {
        path: 'mail/local',
        title: 'operator.mail.read',
        loadComponent: () => import('./mail/local-mail-page').then((page) => page.LocalMailPage),
      },
      {
        path: 'mail/local/:letterId',
        title: 'operator.mail.read',
        loadComponent: () => import('./mail/local-letter-page').then((page) => page.LocalLetterPage),
      },
      {
        path: 'audit',
        title: 'operator.pages.audit',
        loadComponent: () => import('./audit/audit-page').then((page) => page.AuditPage),
      },
    ],
  },
];
