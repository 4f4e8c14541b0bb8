import type { CallExample } from '../../../common/index.js';
import type { AccountRateBudgetsView, AppRateBudgetsView } from './rate-budget.view.js';

export const APP_BUDGETS: CallExample<never, AppRateBudgetsView> = {
  summary: 'As an operator sees it',
  status: 200,
  answer: {
    items: [
      {
        api: 'open',
        covers: '/v2/video/list/',
        window: 'minute',
        limit: 600,
        used: 37,
        left: 563,
        usedByOwn: 12,
      },
    ],
  },
};

export const ACCOUNT_BUDGETS: CallExample<never, AccountRateBudgetsView> = {
  summary: 'While posts are followed',
  status: 200,
  answer: {
    items: [
      {
        api: 'open',
        covers: '/v2/post/publish/status/fetch/',
        window: 'minute',
        limit: 30,
        used: 4,
        left: 26,
      },
    ],
  },
};
