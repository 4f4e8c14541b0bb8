import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

export const operateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operate',
    component: lazyRouteComponent(() => import('./operate.page.js'), 'OperatePage'),
  }),
] as const;
