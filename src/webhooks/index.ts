// TikTok's webhooks: verified, stored, acknowledged, then dispatched. Must never acknowledge an event that is not stored.
export { answerWebhooksDirectly } from './direct-answers.js';
export { WebhooksModule } from './webhooks.module.js';
