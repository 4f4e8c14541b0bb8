import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

export const publishRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publish',
    component: lazyRouteComponent(() => import('./publish.page.js'), 'PublishPage'),
  }),
] as const;
