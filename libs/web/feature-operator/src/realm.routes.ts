import type { Routes } from '@angular/router';

/** The pages that a community and the whole server have alike: their letters, and who changed what. */
export const realmRoutes: Routes = [
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
];
