// TikTok's deliveries: verified, stored, acknowledged, then dispatched. Must never acknowledge what is not stored.
export { WebhooksModule } from './webhooks.module.js';
