import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { follow, giveConsent } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { approve } from '../../support/given/family-consent.js';

// TikTok has approved fewer scopes for this app than the service requests by default.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,user.info.username,comment.list' },
});

interface Details {
  capabilities: { capability: string; available: boolean; reason?: string; fix?: string }[];
}

it('requests the configured scopes for comments and insights, and explains the capabilities that they leave out', async () => {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username });
  const api = connector().api();
  const scopes = ['user.info.basic', 'business.creator.insights'];
  const callback = await giveConsent(api, { account: username, scopes });

  const page = await follow(callback.href);

  expect(page.searchParams.get('scope')).toBe('user.info.basic,user.info.username,comment.list');
  const landed = await follow((await approve(page.href, username)).href);
  const integrationId = landed.searchParams.get('integrationId') ?? '';
  const { capabilities } = (await api.get<Details>(`/api/integrations/${integrationId}`)).body;
  const of = (name: string) => capabilities.find(({ capability }) => capability === name);
  expect(of('read_comments')).toMatchObject({ available: true });
  expect(of('insights')).toMatchObject({
    available: false,
    reason: expect.stringContaining('set up not to request the scope video.insights'),
    fix: expect.stringContaining('TIKTOK_BUSINESS_ACCOUNT_SCOPES'),
  });
});
