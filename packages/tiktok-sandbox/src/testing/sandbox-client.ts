import type { Sandbox, SandboxOptions } from '../index.js';

/** A response as received; the text matters where ids are bare numbers. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, Record<string, unknown>> & Record<string, unknown>;
}

export const REDIRECT_URI = 'http://localhost:3000/connect/oauth/tiktok/callback';
export const ALL_SCOPES =
  'user.info.basic,user.info.profile,user.info.stats,video.list,video.upload,video.publish';

/** Starts a sandbox on a free port and calls it. */
export class SandboxClient {
  private constructor(readonly sandbox: Sandbox) {}

  static async start(options: SandboxOptions = {}): Promise<SandboxClient> {
    // Loaded here, so that tests of a sandbox that runs elsewhere do not load it.
    const { startSandbox } = await import('../index.js');
    return new SandboxClient(await startSandbox({ port: 0, ...options }));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const url = path.startsWith('http') ? path : this.sandbox.url + path;
    const response = await fetch(url, { method, redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson ? JSON.parse(text) : {}) as Answer['json'],
    };
  }

  control(path: string, body: object = {}, method = 'POST'): Promise<Answer> {
    const init =
      method === 'GET' ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return this.send(method, `/__sandbox${path}`, init);
  }

  api(path: string, token: string, body: object | string = {}, method = 'POST'): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=UTF-8' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(method, path, method === 'GET' ? { headers } : { headers, body: text });
  }

  form(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.send('POST', path, { body: new URLSearchParams(fields) });
  }

  token(fields: Record<string, string>): Promise<Answer> {
    return this.form('/v2/oauth/token/', { ...KEYS, ...fields });
  }

  /** Opens the consent page, which approves at once. */
  authorize(more: Record<string, string> = {}): Promise<Answer> {
    const query = new URLSearchParams({
      client_key: KEYS.client_key,
      response_type: 'code',
      scope: ALL_SCOPES,
      redirect_uri: REDIRECT_URI,
      state: 'st',
      sandbox_auto_approve: '1',
      ...more,
    });
    return this.send('GET', `/v2/auth/authorize/?${query.toString()}`);
  }

  async code(more: Record<string, string> = {}): Promise<string> {
    const answer = await this.authorize(more);
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  /** Consents and exchanges the code. @returns the token endpoint's response */
  async connect(more: Record<string, string> = {}): Promise<Answer['json']> {
    const code = await this.code(more);
    const answer = await this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
    });
    return answer.json;
  }

  async accessToken(more: Record<string, string> = {}): Promise<string> {
    return String((await this.connect(more))['access_token']);
  }

  /** Uploads one chunk; `total` as in Content-Range. */
  put(url: string, bytes: Uint8Array, first: number, total: number): Promise<Answer> {
    return this.send('PUT', url, {
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: {
        'content-type': 'video/mp4',
        'content-range': `bytes ${first}-${first + bytes.length - 1}/${total}`,
      },
    });
  }
}

export const KEYS = { client_key: 'sandbox-client-key', client_secret: 'sandbox-client-secret' };
