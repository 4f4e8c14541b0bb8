import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

// "Proxy Authentication Required" and "Network Authentication Required": no server of TikTok's says that.
const OF_A_PROXY = new Set([407, 511]);

/** TikTok's three hosts answer; what they answer to a bare HEAD does not matter. */
@Injectable()
export class TikTokReachableCheck extends Check {
  readonly name = 'tiktok_reachable';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    const { authBaseUrl, apiBaseUrl, businessBaseUrl } = this.config.tiktok;
    const urls = [...new Set([authBaseUrl, apiBaseUrl, businessBaseUrl])];
    const asked = await Promise.all(
      urls.map(async (url): Promise<[string, Asked]> => [url, await ask(url, { method: 'HEAD' })]),
    );
    return reachableVerdict(asked);
  }
}

/** @param asked each base URL and what came of it */
export function reachableVerdict(asked: readonly (readonly [string, Asked])[]): Verdict {
  const silent = asked.flatMap(([url, one]) => ('failure' in one ? [`${url} (${one.failure})`] : []));
  if (silent.length > 0) {
    return problem(
      `No answer from ${silent.join(', ')}.`,
      'Check DNS, firewall and outgoing proxy of this machine, and the TIKTOK_…_BASE_URL that names the host.',
    );
  }
  const held = asked.flatMap(([url, one]) =>
    'status' in one && OF_A_PROXY.has(one.status) ? [`${url} (${one.status})`] : [],
  );
  if (held.length > 0)
    return problem(
      `A proxy answers in place of ${held.join(', ')}.`,
      'Let this machine call these hosts directly, or give the proxy its login.',
    );
  const troubled = asked.flatMap(([url, one]) =>
    'status' in one && one.status >= 500 ? [`${url} (${one.status})`] : [],
  );
  if (troubled.length > 0)
    return warning(
      `These answer with an error of their own: ${troubled.join(', ')}.`,
      'Wait: work goes on by itself once TikTok does.',
    );
  return ok(`${asked.map(([url]) => url).join(', ')} answer.`);
}
