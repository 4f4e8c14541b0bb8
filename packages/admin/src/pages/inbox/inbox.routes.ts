import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { readFilter } from './inbox-filter.js';

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./inbox.page.js'), 'InboxPage'),
});

/** The list stays while users go from one conversation to the next. */
export const inboxRoutes = [
  inbox.addChildren([
    createRoute({
      getParentRoute: () => inbox,
      path: '/',
      component: lazyRouteComponent(() => import('./no-conversation.js'), 'NoConversation'),
    }),
    createRoute({
      getParentRoute: () => inbox,
      path: '/$conversationId',
      component: lazyRouteComponent(() => import('./conversation.page.js'), 'ConversationPage'),
    }),
  ]),
] as const;
