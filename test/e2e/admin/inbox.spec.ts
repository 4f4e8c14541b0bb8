import { beforeAll, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import {
  answeringTenant,
  postedReplies,
  REPLY,
  UNLIMITED,
  type AnsweringTenant,
} from '../../support/given/answering.js';
import { messagingTenant, sentAtTikTok, untilMessages, write } from '../../support/given/direct-messages.js';
import { openConversation, writeComment } from '../../support/given/inbox.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_BUSINESS_ACCOUNT_SCOPES:
      'user.info.basic,user.info.username,video.list,comment.list,comment.list.manage,message.list.read,message.list.send,message.list.manage',
    CRM_SETTLE_SECONDS: '1',
    CRM_CHECKS: '1',
  },
});
const browser = useBrowser();

describeInBrowser('the inbox', () => {
  let tenant: AnsweringTenant;
  beforeAll(async () => {
    tenant = await answeringTenant(connector(), 'How much is it?');
  }, 60_000);

  it('answers a comment, and shows what arrives in the meantime', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/inbox');
    await page.getByRole('link', { name: /How much is it/ }).click();
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('Ten euros.');
    await page.getByRole('button', { name: 'Send' }).click();

    await page.getByRole('log').getByText('Your account').waitFor();
    expect(await page.getByRole('textbox', { name: 'Write a reply' }).inputValue()).toBe('');
    const posted = await postedReplies(connector(), tenant);
    expect(posted.map(({ text }) => text)).toEqual(['Ten euros.']);

    await writeComment(connector(), {
      videoId: tenant.videoId,
      text: 'In blue, too?',
      username: 'marco_rides',
    });
    const arrived = page.getByRole('link', { name: /In blue, too/ });
    await arrived.getByLabel('1 unread message').waitFor();
    await arrived.click();
    await arrived.getByLabel('1 unread message').waitFor({ state: 'detached' });
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('hides a comment, assigns and closes its conversation by keyboard', async () => {
    const own = await answeringTenant(connector(), 'Buy followers here!');
    const page = await browser().open(connector(), own.organisationId, '/inbox');
    await page.getByRole('link', { name: /Buy followers/ }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.getByText('Hidden on TikTok').waitFor();

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Assign to me' }).click();
    await page.getByText('Assigned to you', { exact: false }).first().waitFor();
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    await page.getByText('All done').waitFor();

    const { conversation, messages } = await openConversation(own.api, own.conversationId);
    expect(conversation).toMatchObject({ status: 'closed', assignee: 'tester' });
    expect(messages[0]?.visibility).toBe('hidden');
    expect(browser().errors).toEqual([]);
  });

  it('counts what is unread for each filter, and assigns to a colleague', async () => {
    const own = await answeringTenant(connector(), 'Which size?');
    const page = await browser().open(connector(), own.organisationId, '/inbox');
    await page.getByRole('radio', { name: 'Open 1 unread conversation' }).waitFor({ state: 'attached' });
    await page.getByRole('combobox', { name: 'Assigned to' }).click();
    await page.getByRole('option', { name: 'Not assigned 1 unread conversation' }).click();
    await page.getByRole('link', { name: /Which size/ }).click();
    await page.getByRole('radio', { name: 'Open', exact: true }).waitFor({ state: 'attached' });

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Assign to…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign the conversation' });
    await dialog.getByRole('combobox', { name: 'User' }).fill('ben');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText('Assigned to ben').first().waitFor();
    await page.getByRole('link', { name: /Which size/ }).waitFor({ state: 'detached' });

    const { conversation } = await openConversation(own.api, own.conversationId);
    expect(conversation).toMatchObject({ assignee: 'ben', unreadCount: 0 });
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Assign to…' }).click();
    await dialog.getByRole('combobox', { name: 'User' }).click();
    await page.getByRole('option', { name: 'ben' }).waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('sends a reply whose outcome is unknown again only after a question', async () => {
    const own = await answeringTenant(connector(), 'Do you ship?');
    await connector().sandbox.fault({ match: REPLY, kind: 'reset', times: 1 });
    const page = await browser().open(connector(), own.organisationId, `/inbox/${own.conversationId}`);
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('Yes, we do.');
    await page.keyboard.press('Control+Enter');

    await page.getByText('Not confirmed').waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    expect(await postedReplies(connector(), own)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('log').getByText('Your account').waitFor();
    expect(await postedReplies(connector(), own)).toHaveLength(1);
  });

  it('answers a direct message within its window', async () => {
    const own = await messagingTenant(connector());
    await write(connector(), own, { text: 'Is it still available?' });
    await untilMessages(connector(), own, 1);
    const page = await browser().open(connector(), own.organisationId, '/inbox?kind=message');
    await page.getByRole('link', { name: /still available/ }).click();
    await page
      .getByRole('timer')
      .getByText(/You can write for 47 hr/)
      .waitFor();
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Yes!');
    await page.getByRole('button', { name: 'Send' }).click();

    await page.getByRole('timer').getByText('9 messages left', { exact: false }).waitFor();
    await eventually(async () => (await sentAtTikTok(connector(), own)).length === 1);
    expect(browser().errors).toEqual([]);
  });

  it('inserts a saved reply', async () => {
    await tenant.api.post('/api/crm/saved-replies', { title: 'Hours', text: 'We are open from 9 to 18.' });
    const page = await browser().open(connector(), tenant.organisationId, `/inbox/${tenant.conversationId}`);
    await page.getByRole('button', { name: 'Saved replies' }).click();
    await page.getByRole('option', { name: /Hours/ }).click();

    const field = page.getByRole('textbox', { name: 'Write a reply' });
    await eventually(async () => (await field.inputValue()) === 'We are open from 9 to 18.');
  });

  it('shows viewers no action', async () => {
    const page = await browser().open(connector(), tenant.organisationId, `/inbox/${tenant.conversationId}`, {
      role: 'viewer',
    });
    await page.getByRole('log').getByText('How much is it?').waitFor();

    expect(await page.getByRole('button', { name: /Send|Close|Hide|Reply/ }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Write a reply' }).count()).toBe(0);
  });

  it('keeps 500 conversations out of the page until they are visible', async () => {
    const own = await answeringTenant(connector(), 'First');
    await connector().database.query(
      `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
       SELECT gen_random_uuid(), organisation_id, integration_id, kind, video_id, n::text,
              last_message_at - n * interval '1 minute'
       FROM conversations, generate_series(1, 499) n WHERE id = $1`,
      [own.conversationId],
    );
    const page = await browser().open(connector(), own.organisationId, '/inbox');
    const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem');
    await rows.first().waitFor();
    await rows.last().scrollIntoViewIfNeeded();

    expect(await rows.count()).toBeLessThan(40);
  });
});
