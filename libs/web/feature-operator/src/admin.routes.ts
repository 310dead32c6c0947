import type { Routes } from '@angular/router';
import { realmRoutes } from './realm.routes';

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
      ...realmRoutes,
    ],
  },
];
