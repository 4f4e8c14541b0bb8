import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { accountFilter, newLaunchSearch, periodSearch } from './ads.search.js';

export const adsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads',
    component: lazyRouteComponent(() => import('./accounts/ad-accounts.page.js'), 'AdAccountsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/accounts/$accountId',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./campaigns/campaigns.page.js'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/changes',
    validateSearch: accountFilter,
    component: lazyRouteComponent(() => import('./changes/changes.page.js'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/launches',
    validateSearch: accountFilter,
    component: lazyRouteComponent(() => import('./launches/launches.page.js'), 'LaunchesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/launches/new',
    validateSearch: newLaunchSearch,
    component: lazyRouteComponent(() => import('./new-launch/new-launch.page.js'), 'NewLaunchPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/launches/$launchId',
    component: lazyRouteComponent(() => import('./launches/launch.page.js'), 'LaunchPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/audiences',
    validateSearch: accountFilter,
    component: lazyRouteComponent(() => import('./audiences/audiences.page.js'), 'AudiencesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads/audiences/$audienceId',
    component: lazyRouteComponent(() => import('./audiences/audience.page.js'), 'AudiencePage'),
  }),
] as const;
