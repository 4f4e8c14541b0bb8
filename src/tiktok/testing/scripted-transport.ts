import { parseEnvironment } from '../../config/index.js';
import { memoryGovernor } from './memory-governor.js';
import { TikTokTransport, type RawAnswer, type TikTokRequest } from '../http/transport.js';

/** A configuration with both apps, for specs. */
export const SPEC_CONFIG = parseEnvironment({
  DATABASE_URL: 'postgres://u:p@127.0.0.1/db',
  JWT_SECRET: 'x'.repeat(32),
  TOKEN_ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'login-key',
  TIKTOK_CLIENT_SECRET: 'login-secret',
  TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
  TIKTOK_BUSINESS_SECRET: 'business-secret',
});

/** For specs: answers from a list instead of TikTok, and remembers what left the wire. */
export class ScriptedTransport extends TikTokTransport {
  readonly sent: TikTokRequest[] = [];

  constructor(private readonly answers: (string | object | Error)[]) {
    super(SPEC_CONFIG, memoryGovernor(SPEC_CONFIG));
  }

  override send(request: TikTokRequest): Promise<RawAnswer> {
    this.sent.push(request);
    const answer = this.answers.shift() ?? new Error('the script has no more answers');
    if (answer instanceof Error) return Promise.reject(answer);
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return Promise.resolve({ path: new URL(request.url).pathname, status: 200, headers: {}, body });
  }
}

/** A Business API envelope. */
export function envelope(code: number, data: unknown = {}): object {
  return { code, message: code === 0 ? 'OK' : 'why', request_id: '202611221200000102450101', data };
}
