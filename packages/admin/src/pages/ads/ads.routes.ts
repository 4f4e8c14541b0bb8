import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

export const adsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ads',
    component: lazyRouteComponent(() => import('./ads.page.js'), 'AdsPage'),
  }),
] as const;
