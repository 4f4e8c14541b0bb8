import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

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
