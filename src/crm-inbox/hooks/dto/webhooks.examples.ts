import type { CallExample } from '../../../common/index.js';
import type { CreateWebhookDto, CrmWebhookView, NewCrmWebhookView } from './webhook.dto.js';

const WEBHOOK: CallExample<never, CrmWebhookView>['answer'] = {
  id: '01a22ae3-ae14-77c6-ae06-38f7436199ff',
  url: 'https://crm.example/hooks/tiktok',
  events: ['conversation.created', 'message.created'],
  enabled: true,
  disabledReason: null,
  createdBy: 'anna',
  createdAt: '2026-11-30T05:18:14.036Z',
};

export const NEW_WEBHOOK: CallExample<CreateWebhookDto, NewCrmWebhookView> = {
  summary: 'New conversations and messages',
  request: { url: WEBHOOK.url, events: WEBHOOK.events },
  status: 201,
  answer: { ...WEBHOOK, secret: 'whsec_<32 bytes in base64>' },
};

export const WEBHOOKS: CallExample<never, CrmWebhookView[]> = {
  summary: 'One that receives events, and one that the service has disabled',
  status: 200,
  answer: [
    WEBHOOK,
    {
      ...WEBHOOK,
      id: '01a22ae3-b0d2-7713-9a41-6f0b2c9b1a55',
      url: 'https://old-crm.example/hooks',
      enabled: false,
      disabledReason: 'The address answered 410 Gone, so the service has disabled it.',
    },
  ],
};
