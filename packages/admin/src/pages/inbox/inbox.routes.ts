import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inbox',
    component: lazyRouteComponent(() => import('./inbox.page.js'), 'InboxPage'),
  }),
] as const;
