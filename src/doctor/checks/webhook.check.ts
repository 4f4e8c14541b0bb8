import { Injectable } from '@nestjs/common';
import { parseJson } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const PATH = '/connect/webhook/tiktok';

/** Checks that the webhook URL leads to this service, which itself must refuse an unsigned delivery. */
@Injectable()
export class WebhookCheck extends Check {
  readonly name = 'webhook_reachable';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    const url = this.config.http.publicUrl + PATH;
    const headers = { 'content-type': 'application/json' };
    return webhookVerdict(url, await ask(url, { method: 'POST', body: '{}', headers }));
  }
}

export function webhookVerdict(url: string, asked: Asked): Verdict {
  if ('failure' in asked) {
    return problem(
      `${url} does not respond from this machine (${asked.failure}).`,
      'Check that the service runs, PUBLIC_URL, DNS, the certificate and the proxy. If only this machine cannot reach its public address, allow that or test from outside.',
    );
  }
  const { status, text } = asked;
  if (status === 401 && codeOf(text) === 'invalid_signature')
    return ok(
      `${url} leads to this service, which refuses unsigned deliveries. Register it as the webhook URL.`,
    );
  if (status === 401 || status === 403) {
    return problem(
      `A proxy in front of this service refuses ${url} with ${status}.`,
      `Let the proxy pass POST ${PATH} without a login: the signature protects it.`,
    );
  }
  if (status >= 300 && status < 400) {
    return problem(
      `${url} redirects (${status}), and TikTok does not follow redirects.`,
      'Set PUBLIC_URL to the target of the redirect.',
    );
  }
  if (status === 429)
    return warning(`${url} returned 429: too many calls.`, 'Run the doctor again in a minute.');
  return problem(
    `${url} returned ${status} instead of refusing an unsigned delivery with 401.`,
    'Check that PUBLIC_URL leads to this service, and that the proxy passes path and body unchanged.',
  );
}

function codeOf(text: string): unknown {
  try {
    const body = parseJson(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body.code : undefined;
  } catch {
    return undefined;
  }
}
