import { type Answer, REDIRECT_URI, SandboxClient } from '../../testing/sandbox-client.js';
import type { SandboxOptions } from '../../index.js';
import type { BusinessSettings } from '../business-settings.js';

export const APP = { app_id: '7400000000000000001', secret: 'sandbox-business-secret' };
const ACCOUNT_APP = { client_id: APP.app_id, client_secret: APP.secret };

/** The envelope of the Business API; `data` is read as the spec expects it. */
export interface Envelope<Data = Record<string, unknown>> {
  readonly code: number;
  readonly message: string;
  readonly request_id: string;
  readonly data: Data;
}

type Values = Record<string, unknown>;

/** A caller of the Business API of a sandbox on any free port; without app rate limits, unless asked for. */
export class BusinessClient {
  private constructor(readonly sandbox: SandboxClient) {}

  static async start(
    options: Omit<SandboxOptions, 'business'> & { business?: Partial<BusinessSettings> } = {},
  ): Promise<BusinessClient> {
    // Specs of manual campaigns outlive the end of creating them.
    const business = { appRateLimits: false, manualCreateEndsAt: '', ...options.business };
    return new BusinessClient(await SandboxClient.start({ ...options, business }));
  }

  /** With the token of an advertiser and one of its ad accounts. */
  static async startAsAdvertiser(): Promise<{
    client: BusinessClient;
    token: string;
    advertiser_id: string;
  }> {
    const client = await BusinessClient.start();
    const { token, ids } = await client.advertiserToken();
    return { client, token, advertiser_id: ids[0] ?? '' };
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  get<Data = Values>(path: string, query: Values, token?: string): Promise<Envelope<Data>> {
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(query))
      params.set(key, typeof value === 'string' ? value : JSON.stringify(value));
    return this.send<Data>('GET', `${path}?${params.toString()}`, token);
  }

  post<Data = Values>(path: string, body: Values, token?: string): Promise<Envelope<Data>> {
    return this.send<Data>('POST', path, token, JSON.stringify(body));
  }

  /** A multipart form; a Blob is a file. */
  async form<Data = Values>(
    path: string,
    fields: Record<string, string | Blob>,
    token: string,
  ): Promise<Envelope<Data>> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    const answer = await this.sandbox.send('POST', `/open_api/v1.3${path}`, {
      body: form,
      headers: { 'access-token': token },
    });
    return answer.json as unknown as Envelope<Data>;
  }

  control<Data = Values>(path: string, body: Values = {}, method = 'POST'): Promise<Answer & { json: Data }> {
    return this.sandbox.control(path, body, method) as Promise<Answer & { json: Data }>;
  }

  advance(advanceSeconds: number): Promise<Answer> {
    return this.sandbox.control('/clock', { advanceSeconds });
  }

  /** The query of the callback that the ad account owner's consent ends in. */
  async advertiserConsent(more: Record<string, string> = {}): Promise<URLSearchParams> {
    const query = new URLSearchParams({
      app_id: APP.app_id,
      state: 'st',
      redirect_uri: REDIRECT_URI,
      sandbox_auto_approve: '1',
      ...more,
    });
    return this.callback(`/portal/auth?${query.toString()}`);
  }

  /** An advertiser token, with its advertisers: the first in USD, the second in JPY. */
  async advertiserToken(more: Record<string, string> = {}): Promise<{ token: string; ids: string[] }> {
    const code = (await this.advertiserConsent(more)).get('auth_code');
    const { data } = await this.post('/oauth2/access_token/', { ...APP, auth_code: code });
    return { token: String(data['access_token']), ids: data['advertiser_ids'] as string[] };
  }

  async accountConsent(scope: string, more: Record<string, string> = {}): Promise<URLSearchParams> {
    const query = new URLSearchParams({
      client_key: APP.app_id,
      response_type: 'code',
      scope,
      redirect_uri: REDIRECT_URI,
      state: 'st',
      sandbox_auto_approve: '1',
      ...more,
    });
    return this.callback(`/v2/auth/authorize/?${query.toString()}`);
  }

  /** The token answer of a TikTok account. */
  async connectAccount(scope = ALL_ACCOUNT_SCOPES, more: Record<string, string> = {}): Promise<Values> {
    const code = (await this.accountConsent(scope, more)).get('code');
    const { data } = await this.post('/tt_user/oauth2/token/', {
      ...ACCOUNT_APP,
      grant_type: 'authorization_code',
      auth_code: code,
      redirect_uri: REDIRECT_URI,
    });
    return data;
  }

  async accountToken(scope?: string): Promise<{ token: string; businessId: string }> {
    const data = await this.connectAccount(scope);
    return { token: String(data['access_token']), businessId: String(data['open_id']) };
  }

  private async callback(path: string): Promise<URLSearchParams> {
    const answer = await this.sandbox.send('GET', path);
    return new URL(answer.headers.get('location') ?? '').searchParams;
  }

  private async send<Data>(
    method: string,
    path: string,
    token?: string,
    body?: string,
  ): Promise<Envelope<Data>> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (token !== undefined) headers['access-token'] = token;
    const answer = await this.sandbox.send(method, `/open_api/v1.3${path}`, {
      headers,
      ...(body === undefined ? {} : { body }),
    });
    return answer.json as unknown as Envelope<Data>;
  }
}

export const ALL_ACCOUNT_SCOPES = [
  'user.info.basic,user.info.username,user.info.profile,user.info.stats,user.account.type,user.insights',
  'video.list,video.insights,video.publish,video.upload,comment.list,comment.list.manage',
].join(',');
