import { parseEnvironment } from '../../config/index.js';
import { memoryGovernor } from './memory-governor.js';
import { TikTokTransport, type RawResponse, type TikTokRequest } from '../http/transport.js';

/** A configuration with both TikTok apps. */
export const SPEC_CONFIG = parseEnvironment({
  DATABASE_URL: 'postgres://u:p@127.0.0.1/db',
  JWT_SECRET: 'x'.repeat(32),
  TOKEN_ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'login-key',
  TIKTOK_CLIENT_SECRET: 'login-secret',
  TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
  TIKTOK_BUSINESS_SECRET: 'business-secret',
});

/** Returns scripted responses instead of calling TikTok, and records the requests. */
export class ScriptedTransport extends TikTokTransport {
  readonly sent: TikTokRequest[] = [];

  /** @param headers of every response */
  constructor(
    private readonly responses: (string | object | Error)[],
    private readonly headers: RawResponse['headers'] = {},
  ) {
    super(SPEC_CONFIG, memoryGovernor(SPEC_CONFIG));
  }

  override send(request: TikTokRequest): Promise<RawResponse> {
    this.sent.push(request);
    const response = this.responses.shift() ?? new Error('the script has no more responses');
    if (response instanceof Error) return Promise.reject(response);
    const body = typeof response === 'string' ? response : JSON.stringify(response);
    return Promise.resolve({ path: new URL(request.url).pathname, status: 200, headers: this.headers, body });
  }
}

/** A Business API envelope. */
export function envelope(code: number, data: unknown = {}): object {
  return { code, message: code === 0 ? 'OK' : 'why', request_id: '202611221200000102450101', data };
}
