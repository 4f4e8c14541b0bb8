import { expect, it } from '@jest/globals';
import { answer } from 'tiktok-connector-client';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { answeringTenant, UNLIMITED } from '../../support/given/answering.js';
import { connectAccount } from '../../support/given/consent.js';
import { untilConversations, writeComment } from '../../support/given/inbox.js';

const connector = useConnector({ sandbox: UNLIMITED });
const LOGIN_ONLY = ['user.info.basic', 'user.info.profile', 'video.list'];

it('brings a comment to each organisation with the account, whichever consents it has', async () => {
  const { username, videoId, api } = await answeringTenant(connector());
  const other = connector().api();
  await connectAccount(other, { account: username, scopes: LOGIN_ONLY });
  await answer(other.typed.POST('/api/sync/trigger', { body: { platform: 'tiktok', syncType: 'videos' } }));
  await eventually(async () => {
    const { items } = await answer(other.typed.GET('/api/social-activity/videos'));
    return items.some((video) => video.videoId === videoId);
  });

  await writeComment(connector(), { videoId, text: 'For both' });

  await untilConversations(api, 2);
  const [conversation] = await untilConversations(other, 1);
  expect(conversation?.lastMessageText).toBe('For both');
});
