import { createRouter } from '@tanstack/react-router';
import { accountsRoutes } from '../pages/accounts/accounts.routes.js';
import { adsRoutes } from '../pages/ads/ads.routes.js';
import { engagementRoutes } from '../pages/engagement/engagement.routes.js';
import { homeRoutes } from '../pages/home/home.routes.js';
import { inboxRoutes } from '../pages/inbox/inbox.routes.js';
import { operateRoutes } from '../pages/operate/operate.routes.js';
import { publishRoutes } from '../pages/publish/publish.routes.js';
import { Loading } from '../ui/states.js';
import { Crash } from './crash.js';
import { rootRoute } from './root-route.js';

/** Each page is loaded when a user opens it, or is about to. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...homeRoutes,
    ...accountsRoutes,
    ...publishRoutes,
    ...engagementRoutes,
    ...inboxRoutes,
    ...adsRoutes,
    ...operateRoutes,
  ]),
  basepath: '/admin',
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Crash,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
