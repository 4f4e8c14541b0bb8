import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { commentedTenant, writeComment } from '../../support/given/inbox.js';
import { settledEvents } from '../../support/given/webhook-deliveries.js';

const connector = useConnector();
const browser = useBrowser();

describeInBrowser('the operate page', () => {
  it('shows what TikTok sent, and replays one event and all of a filter', async () => {
    const tenant = await commentedTenant(connector());
    await writeComment(connector(), { videoId: tenant.videoId, text: 'Price?' });
    await settledEvents(tenant.api, 'comment.update');
    const page = await browser().open(connector(), tenant.organisationId, '/operate/webhooks');

    await page
      .getByRole('button', { name: /comment\.update/ })
      .first()
      .click();
    await page.getByRole('cell', { name: tenant.videoId }).waitFor();
    // The log id of the sandbox, from the headers of the delivery.
    await page.getByRole('row', { name: /^x-tt-logid \d{14}[0-9A-F]{20}$/ }).waitFor();
    await page.getByRole('button', { name: 'Replay', exact: true }).click();
    await page.getByText('The event is being handled again.').waitFor();

    await page.getByRole('combobox', { name: 'Event' }).click();
    await page.getByRole('option', { name: 'comment.update' }).click();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Processed' }).click();
    await page.waitForURL(/status=processed.*event=comment\.update|event=comment\.update.*status=processed/);
    await settledEvents(tenant.api, 'comment.update');
    await page.getByRole('button', { name: 'Replay events…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
    await page.getByText(/^\d+ events? (is|are) being handled again/).waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('button', { name: 'Replay events…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox', { name: 'Failed' }).isChecked()).toBe(true);
    await settledEvents(tenant.api, 'comment.update');
    for (const name of ['Processed', 'Ignored']) await dialog.getByRole('checkbox', { name }).check();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Replay' }).click();
    await dialog.waitFor({ state: 'detached' });
    await settledEvents(tenant.api, 'comment.update');
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('starts syncs, and follows them to their end', async () => {
    const tenant = await connector().tenant({ videos: 3 });
    const page = await browser().open(connector(), tenant.organisationId, '/operate/syncs');
    await page.getByRole('button', { name: 'Sync all now' }).click();

    await page
      .getByRole('button', { name: /Videos.*Succeeded.*3 of 3/ })
      .first()
      .click();
    await page.getByText('Request ids').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('offers its sections in a select on a phone', async () => {
    const tenant = await connector().tenant();
    const page = await browser().open(connector(), tenant.organisationId, '/operate/syncs', {
      viewport: { width: 375, height: 812 },
    });
    const section = page.getByRole('combobox', { name: 'Section' });
    await section.waitFor();
    expect(await section.inputValue()).toBe('syncs');

    await section.selectOption('Limits');
    await page.waitForURL(/operate\/limits/);
    await page.getByText(/^How much of TikTok’s limits/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('explains schedules that an account does not allow', async () => {
    const tenant = await connector().tenant();
    const page = await browser().open(
      connector(),
      tenant.organisationId,
      '/operate/schedules?state=not_allowed',
    );

    await page.getByText('Not allowed').first().waitFor();
    await page.getByRole('alert').first().waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('shows a notification as it arrives, and marks it as read', async () => {
    const tenant = await connector().tenant();
    const page = await browser().open(connector(), tenant.organisationId, '/operate');
    await page.getByText('No notifications').waitFor();
    await connector().sandbox.control('/tokens/revoke', { account: tenant.username, reason: 1 });

    const notification = page.getByRole('article').filter({ hasText: tenant.username });
    await notification.getByText('Critical').waitFor();
    await notification.getByRole('button', { name: 'Mark as read' }).click();
    await notification.getByText('Unread').waitFor({ state: 'detached' });
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('shows the checks of the doctor, the worst first', async () => {
    const page = await browser().open(connector(), 'acme', '/operate/doctor', { role: 'operator' });
    await page.getByText('redirect_uris').waitFor();

    const verdicts = await page.getByText(/^(Problem|Warning|OK)$/).allInnerTexts();
    const ranks = verdicts.map((verdict) => ['PROBLEM', 'WARNING', 'OK'].indexOf(verdict.toUpperCase()));
    expect(ranks.length).toBeGreaterThan(10);
    expect(ranks).toEqual(ranks.toSorted());
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('shows how much of the limits an account has used, in German, too', async () => {
    const tenant = await connector().tenant();
    const page = await browser().open(connector(), tenant.organisationId, '/operate/limits', {
      locale: 'de-DE',
    });

    await page.getByText('0 von 15 innerhalb von 24 Stunden').waitFor();
    await page.getByText('1 von 600 innerhalb von 1 Minute · durch Ihre Konten').waitFor();
    await page.getByText('In der letzten Minute keine Aufrufe').waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('shows what admins did, and narrows it to one object', async () => {
    const tenant = await connector().tenant();
    const missing = randomUUID();
    await tenant.api.post(`/api/integrations/${missing}/disconnect`, {});
    const page = await browser().open(connector(), tenant.organisationId, '/operate/audit');
    const rows = page.getByRole('row').filter({ has: page.getByRole('cell') });
    await page.getByRole('cell', { name: /^Connect an account/ }).waitFor();
    expect(await rows.count()).toBe(3);
    expect(await rows.first().innerText()).toMatch(
      /Disconnect an account[^]*tester[^]*Admin[^]*REFUSED \(404\)/i,
    );
    expect(await rows.nth(1).innerText()).toContain(`@${tenant.username}`);
    expect(await seriousFindings(page)).toEqual([]);

    await page.getByRole('button', { name: missing }).click();
    await page.waitForURL((url) => url.searchParams.get('target')?.includes(missing) ?? false);
    await page.getByRole('cell', { name: /^Connect an account/ }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(1);
    await page.getByRole('textbox', { name: 'User' }).fill('other');
    await page.getByText('Nothing matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('cell', { name: /^Connect an account/ }).waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('shows the audit trail as cards on a phone, in German, too', async () => {
    const tenant = await connector().tenant();
    const page = await browser().open(connector(), tenant.organisationId, '/operate/audit', {
      viewport: { width: 375, height: 812 },
      locale: 'de-DE',
    });

    await page.getByRole('cell', { name: /^Konto verbinden/ }).waitFor();
    expect(await page.getByRole('columnheader').first().isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('says that nothing is recorded yet', async () => {
    const page = await browser().open(connector(), `org-${randomUUID()}`, '/operate/audit');

    await page.getByText('No actions yet').waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('refuses editors', async () => {
    const page = await browser().open(connector(), 'acme', '/operate/webhooks', { role: 'editor' });

    await page.getByText('You have no permission for this').waitFor();
  });
});
