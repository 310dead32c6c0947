import type { Routes } from '@angular/router';

/** The administration of the server: its communities, and the letters and changes that belong to none of them. */
export const adminRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./admin/administration').then((page) => page.Administration),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'communities' },
      {
        path: 'communities',
        title: 'operator.pages.communities',
        loadComponent: () => import('./admin/communities-page').then((page) => page.CommunitiesPage),
      },
      {
        path: 'communities/new',
        title: 'operator.found.title',
        loadComponent: () => import('./admin/found-page').then((page) => page.FoundPage),
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
