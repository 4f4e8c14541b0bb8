import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

export const engagementRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/engagement',
    component: lazyRouteComponent(() => import('./engagement.page.js'), 'EngagementPage'),
  }),
] as const;
