import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

// "Proxy Authentication Required" and "Network Authentication Required" never come from TikTok.
const OF_A_PROXY = new Set([407, 511]);

/** Checks that TikTok's three hosts respond to a bare HEAD, with any status below 500. */
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

/** @param asked each base URL with its result */
export function reachableVerdict(asked: readonly (readonly [string, Asked])[]): Verdict {
  const silent = asked.flatMap(([url, one]) => ('failure' in one ? [`${url} (${one.failure})`] : []));
  if (silent.length > 0) {
    return problem(
      `No response from ${silent.join(', ')}.`,
      'Check the DNS, firewall and outgoing proxy of this machine, and the TIKTOK_…_BASE_URL settings.',
    );
  }
  const held = asked.flatMap(([url, one]) =>
    'status' in one && OF_A_PROXY.has(one.status) ? [`${url} (${one.status})`] : [],
  );
  if (held.length > 0)
    return problem(
      `A proxy responds instead of ${held.join(', ')}.`,
      'Allow this machine to call these hosts directly, or configure the proxy login.',
    );
  const failing = asked.flatMap(([url, one]) =>
    'status' in one && one.status >= 500 ? [`${url} (${one.status})`] : [],
  );
  if (failing.length > 0)
    return warning(
      `These hosts return a server error: ${failing.join(', ')}.`,
      'Wait: work continues automatically once TikTok recovers.',
    );
  return ok(`TikTok responds: ${asked.map(([url]) => url).join(', ')}.`);
}
