import type { CallExample, Page } from '../../common/index.js';
import type { IntegrationView } from './integration.view.js';

export const INTEGRATIONS: CallExample<never, Page<IntegrationView>> = {
  summary: 'One account, whose user did not grant one permission',
  status: 200,
  answer: {
    items: [
      {
        id: '01a22ae3-55bc-74c1-be5c-2d0110e8eac4',
        platform: 'tiktok',
        status: 'active',
        statusReason: null,
        openId: '-00055geQ83CZf7ivPi7aG7kL3ZeCBPgoPOl',
        displayName: 'Acme Outdoor',
        username: 'acme.outdoor',
        avatarUrl: null,
        grantedScopes: [
          'user.info.basic',
          'user.info.profile',
          'user.info.stats',
          'video.list',
          'video.publish',
        ],
        missingScopes: ['video.upload'],
        families: { login: true, account: true, advertiser: false },
        createdAt: '2026-11-30T05:17:51.412Z',
        updatedAt: '2026-11-30T05:17:57.839Z',
      },
    ],
  },
};
