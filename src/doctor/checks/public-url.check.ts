import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';
import { isRealTikTok } from '../real-tiktok.js';

const FIX =
  'Set PUBLIC_URL to the https address, with a domain name, at which browsers and TikTok reach this service.';
const LOCAL_NAMES = /(^|\.)(localhost|local|internal|test|invalid)$/;

/** Checks that TikTok accepts PUBLIC_URL. https://developers.tiktok.com/doc/login-kit-web */
@Injectable()
export class PublicUrlCheck extends Check {
  readonly name = 'public_url';

  constructor(private readonly config: AppConfig) {
    super();
  }

  examine(): Verdict {
    return publicUrlVerdict(this.config.http.publicUrl, isRealTikTok(this.config.tiktok));
  }
}

/** @param realTikTok false for a sandbox, which accepts any address */
export function publicUrlVerdict(publicUrl: string, realTikTok: boolean): Verdict {
  const { protocol, hostname } = new URL(publicUrl);
  if (!realTikTok) return ok(`${publicUrl}; the sandbox accepts any address.`);
  if (protocol !== 'https:') return problem(`PUBLIC_URL is ${publicUrl}: TikTok accepts only https.`, FIX);
  // An IPv6 address is in brackets.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    return problem(`PUBLIC_URL is ${publicUrl}: TikTok does not accept an IP address.`, FIX);
  if (LOCAL_NAMES.test(hostname) || !hostname.includes('.'))
    return problem(`PUBLIC_URL is ${publicUrl}: TikTok cannot reach this host.`, FIX);
  return ok(`${publicUrl} is https with a domain name.`);
}
