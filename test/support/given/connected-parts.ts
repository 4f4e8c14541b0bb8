import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import type { ApiClient, PageBody } from '../api-client.js';
import type { RunningConnector } from '../connector.js';
import { follow, RETURN_URL } from './consent.js';
import { approve, callbackOf, type Family } from './family-consent.js';

/** An ad account as `GET /api/ad-accounts` shows it. */
export interface AdAccountBody {
  advertiserId: string;
  name: string;
  currency: string;
  timeZone: string;
}

/** Waits until the ad accounts of a consent are listed. @returns them, in the order of their ids */
export function adAccountsOf(api: ApiClient): Promise<AdAccountBody[]> {
  return eventually(async () => {
    const { items } = (await api.get<PageBody<AdAccountBody>>('/api/ad-accounts')).body;
    return items.length > 0 && items;
  }, 20_000);
}

/** An account whose parts can be connected, expired and reconnected separately. */
export class ConnectedParts {
  private constructor(
    private readonly connector: RunningConnector,
    readonly api: ApiClient,
    readonly organisationId: string,
    readonly username: string,
    readonly integrationId: string,
  ) {}

  /** Connects the login and the Business account. @param same an account that another organisation has connected */
  static async connect(connector: RunningConnector, same?: ConnectedParts): Promise<ConnectedParts> {
    const username = same?.username ?? `user_${randomUUID().slice(0, 8)}`;
    if (!same) await connector.sandbox.control('/accounts', { username });
    const organisationId = `org-${randomUUID()}`;
    const api = connector.api(organisationId);
    const landed = await follow((await callbackOf('account', api, username)).href);
    const integrationId = landed.searchParams.get('integrationId') ?? '';
    return new ConnectedParts(connector, api, organisationId, username, integrationId);
  }

  /** Reconnects in the admin UI. */
  async reconnect(): Promise<void> {
    const landed = await follow((await callbackOf('account', this.api, this.username)).href);
    expect(Object.fromEntries(landed.searchParams)).toMatchObject({ status: 'connected' });
  }

  /** Connects the sandbox's ad accounts. @returns them, in the order of their ids */
  async connectAds(): Promise<AdAccountBody[]> {
    const body = { returnUrl: RETURN_URL, integrationId: this.integrationId };
    const { authUrl } = (await this.api.provider<{ authUrl: string }>('get-ads-auth-url', body)).body;
    const landed = await follow((await approve(authUrl, this.username)).href);
    expect(landed.searchParams.get('status')).toBe('connected');
    return await adAccountsOf(this.api);
  }

  async credentialId(part: Family): Promise<string> {
    const column = part === 'login' ? 'credential_id' : `${part}_credential_id`;
    const sql = `SELECT ${column} AS id FROM integrations WHERE id = $1`;
    const [row] = await this.connector.database.query<{ id: string }>(sql, [this.integrationId]);
    return row?.id ?? '';
  }

  /** Makes TikTok permanently refuse the part's tokens, and requests one. */
  async end(part: 'login' | 'account'): Promise<void> {
    const controls = { login: '/tokens/expire', account: '/business/tokens/expire' };
    await this.connector.sandbox.control(controls[part], { account: this.username, kind: 'all' });
    const id = await this.credentialId(part);
    await this.connector.database.query(
      `UPDATE credentials SET issued_at = now() - interval '25 hours', access_expires_at = now() - interval '1 hour',
         refresh_retry_at = NULL WHERE id = $1`,
      [id],
    );
    const token = this.connector.app.get(CredentialTokens).accessToken(id);
    await expect(token).rejects.toMatchObject({ code: 'reconnect_needed' });
  }

  /** Makes TikTok reject every advertiser token, and runs the daily check that detects it. */
  async endAds(): Promise<void> {
    await this.connector.sandbox.control('/business/tokens/revoke', { family: 'advertiser' });
    await this.lookAtAdAccounts();
  }

  /** Runs the daily check of the ad accounts. */
  async lookAtAdAccounts(): Promise<void> {
    await this.connector.database.query('UPDATE integrations SET due_at = now() WHERE id = $1', [
      this.integrationId,
    ]);
  }

  /** True if the integration has no work left. */
  async isQuiet(): Promise<boolean> {
    const rows = await this.connector.database.query(
      'SELECT 1 FROM integrations WHERE id = $1 AND (due_at IS NOT NULL OR lease_until > now())',
      [this.integrationId],
    );
    return rows.length === 0;
  }

  /** Returns the notifications of a kind, newest first. */
  async notifications(kind: string): Promise<ReceivedNotification[]> {
    const { body } = await this.api.get<PageBody<ReceivedNotification>>('/api/notifications');
    return body.items.filter((one) => one.kind === kind);
  }

  untilTold(kind: string, count = 1): Promise<ReceivedNotification[]> {
    return eventually(async () => {
      const all = await this.notifications(kind);
      return all.length >= count && (await this.isQuiet()) && all;
    });
  }
}

export interface ReceivedNotification {
  kind: string;
  title: string;
  detail: string;
  severity: string;
  affected: { kind: string; summary?: string }[];
  subject: { type: string; id: string };
  actionUrl?: string;
  resolvedAt: string | null;
}
