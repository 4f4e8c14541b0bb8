import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { readAuditFilter } from './audit-filter.js';
import { readEventFilter } from './webhook-filter.js';
import { readRunFilter, readScheduleFilter } from './sync-filter.js';
import { readNotificationFilter } from './notification-filter.js';

const operate = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operate',
  component: lazyRouteComponent(() => import('./operate.page.js'), 'OperatePage'),
});

/** Each tab has an address of its own. */
export const operateRoutes = [
  operate.addChildren([
    createRoute({
      getParentRoute: () => operate,
      path: '/',
      beforeLoad: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
        throw redirect({ to: '/operate/notifications', replace: true });
      },
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/notifications',
      validateSearch: readNotificationFilter,
      component: lazyRouteComponent(() => import('./notifications.tab.js'), 'NotificationsTab'),
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/webhooks',
      validateSearch: readEventFilter,
      component: lazyRouteComponent(() => import('./webhooks.tab.js'), 'WebhooksTab'),
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/syncs',
      validateSearch: readRunFilter,
      component: lazyRouteComponent(() => import('./sync-runs.tab.js'), 'SyncRunsTab'),
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/schedules',
      validateSearch: readScheduleFilter,
      component: lazyRouteComponent(() => import('./schedules.tab.js'), 'SchedulesTab'),
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/limits',
      component: lazyRouteComponent(() => import('./limits.tab.js'), 'LimitsTab'),
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/audit',
      validateSearch: readAuditFilter,
      component: lazyRouteComponent(() => import('./audit.tab.js'), 'AuditTab'),
    }),
    createRoute({
      getParentRoute: () => operate,
      path: '/doctor',
      component: lazyRouteComponent(() => import('./doctor.tab.js'), 'DoctorTab'),
    }),
  ]),
] as const;
