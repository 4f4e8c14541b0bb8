import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { outcomeOf, type Outcome } from './outcome.js';

/** What TikTok's consent has led to, and what to open at once. */
export interface AccountsSearch extends Outcome {
  /** Opens the dialog that connects an account. */
  connect?: true;
}

/** The part whose dialog opens at once, for links of notifications. */
export interface AccountSearch extends Outcome {
  reconnect?: 'login' | 'account' | 'advertiser';
}

const FAMILIES = ['login', 'account', 'advertiser'] as const;

export const accountsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/accounts',
    validateSearch: (search: Record<string, unknown>): AccountsSearch => ({
      ...outcomeOf(search),
      ...(search['connect'] === true && { connect: true }),
    }),
    component: lazyRouteComponent(() => import('./accounts.page.js'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/accounts/$integrationId',
    validateSearch: (search: Record<string, unknown>): AccountSearch => {
      const reconnect = FAMILIES.find((family) => family === search['reconnect']);
      return { ...outcomeOf(search), ...(reconnect && { reconnect }) };
    },
    component: lazyRouteComponent(() => import('./account.page.js'), 'AccountPage'),
  }),
] as const;
