import { describe, expect, it } from '@jest/globals';
import { webhookFault, type AccountWebhook } from './account-webhook.api.js';

const url = 'https://connector.example/connect/webhook/tiktok';
const ours: AccountWebhook = { eventType: 'COMMENT', callbackUrl: url, postIds: [] };

describe('webhookFault', () => {
  it.each([
    [{}, undefined],
    [{ callbackUrl: null }, 'no URL is registered'],
    [{ callbackUrl: `${url}/` }, `another URL is registered: ${url}/`],
    [{ postIds: ['1'] }, 'only 1 post(s) notify'],
  ])('judges %j', (change, fault) => {
    expect(webhookFault({ ...ours, ...change }, url)).toBe(fault);
  });
});
