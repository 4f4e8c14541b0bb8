import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { searchOf } from './publish.search.js';

export const publishRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publish',
    validateSearch: searchOf,
    component: lazyRouteComponent(() => import('./publish.page.js'), 'PublishPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publish/new',
    component: lazyRouteComponent(() => import('./composer/composer.page.js'), 'ComposerPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publish/$publishId',
    component: lazyRouteComponent(() => import('./post/post.page.js'), 'PostPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publish/$publishId/edit',
    component: lazyRouteComponent(() => import('./composer/edit.page.js'), 'EditPage'),
  }),
] as const;
