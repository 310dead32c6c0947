import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { gatePages } from './gate/gate-pages';
import { administersServer, hasNode, inCommunity, mayLeave, operatesOne, signedIn } from './guards';
import { TranslationLoader } from './translation-loader';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'trading' },
  {
    path: '',
    loadComponent: () => import('./gate/gate').then((layout) => layout.Gate),
    children: gatePages,
  },
  {
    path: '',
    canActivate: [signedIn],
    resolve: { texts: () => inject(TranslationLoader).needAll() },
    loadComponent: () => import('./shell/shell').then((layout) => layout.Shell),
    children: [
      {
        path: 'trading',
        title: 'shell.navigation.trading',
        canActivate: [hasNode],
        canDeactivate: [mayLeave],
        // Another household in the address is another page: what was changed for this one is asked about.
        runGuardsAndResolvers: 'paramsOrQueryParamsChange',
        loadComponent: () => import('@ceex/web-feature-trading').then((feature) => feature.Trading),
      },
      {
        path: 'dashboard',
        title: 'shell.navigation.dashboard',
        canActivate: [hasNode],
        data: { knowsAllNodes: true },
        loadComponent: () => import('@ceex/web-feature-dashboard').then((feature) => feature.Dashboard),
      },
      {
        path: 'community',
        title: 'shell.navigation.community',
        canActivate: [inCommunity],
        data: { knowsAllNodes: true },
        loadComponent: () => import('@ceex/web-feature-community').then((feature) => feature.Community),
      },
      {
        path: 'account',
        title: 'settings.title',
        loadComponent: () => import('@ceex/web-feature-settings').then((feature) => feature.Settings),
      },
      {
        path: 'operator',
        title: 'shell.navigation.operator',
        canActivate: [operatesOne],
        loadChildren: () => import('@ceex/web-feature-operator').then((feature) => feature.operatorRoutes),
      },
      {
        path: 'admin',
        title: 'shell.navigation.administration',
        canActivate: [administersServer],
        loadChildren: () => import('@ceex/web-feature-operator').then((feature) => feature.adminRoutes),
      },
      {
        path: 'no-access',
        title: 'shell.noAccess.title',
        loadComponent: () => import('./no-access').then((page) => page.NoAccess),
      },
    ],
  },
  {
    path: 'unavailable',
    title: 'shell.unavailable.title',
    loadComponent: () => import('./unavailable').then((page) => page.Unavailable),
  },
  {
    path: '**',
    title: 'shell.notFound.title',
    loadComponent: () => import('./not-found').then((page) => page.NotFound),
  },
];
