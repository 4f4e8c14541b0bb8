import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { figuresSearch, videosSearch } from './engagement.search.js';

export const engagementRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/engagement',
    validateSearch: figuresSearch,
    component: lazyRouteComponent(() => import('./engagement.page.js'), 'EngagementPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/engagement/videos',
    validateSearch: videosSearch,
    component: lazyRouteComponent(() => import('./videos.page.js'), 'VideosPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/engagement/videos/$videoId',
    component: lazyRouteComponent(() => import('./video.page.js'), 'VideoPage'),
  }),
] as const;
