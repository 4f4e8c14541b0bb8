import type { CallExample, Page } from '../../common/index.js';
import type { AdminActionView } from './admin-action.view.js';

export const ADMIN_ACTIONS: CallExample<never, Page<AdminActionView>> = {
  summary: 'An admin has disconnected an account',
  status: 200,
  answer: {
    items: [
      {
        id: '01a22ae3-63da-73c3-92c6-0f5270f94391',
        action: 'disconnectIntegration',
        actor: { id: 'user-7', name: 'Lena Krause' },
        role: 'admin',
        targets: [{ parameter: 'integrationId', id: '01a22ae3-63da-73c3-92c6-0f5270f94390' }],
        at: '2026-11-30T05:17:55.000Z',
        status: 202,
        requestId: '2b7c1f0e-5f0d-4a0c-9a57-6f1b1d6f4a10',
      },
    ],
  },
};
