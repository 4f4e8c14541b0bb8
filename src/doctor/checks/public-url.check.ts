import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';
import { isRealTikTok } from '../real-tiktok.js';

const FIX =
  'Set PUBLIC_URL to the https address with a domain name under which browsers and TikTok reach this service.';
const LOCAL_NAMES = /(^|\.)(localhost|local|internal|test|invalid)$/;

/** PUBLIC_URL is an address that TikTok accepts. https://developers.tiktok.com/doc/login-kit-web */
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

/** @param realTikTok false: a sandbox, which takes any address */
export function publicUrlVerdict(publicUrl: string, realTikTok: boolean): Verdict {
  const { protocol, hostname } = new URL(publicUrl);
  if (!realTikTok) return ok(`${publicUrl}; a sandbox stands in for TikTok and takes any address.`);
  if (protocol !== 'https:') return problem(`PUBLIC_URL is ${publicUrl}: TikTok takes https only.`, FIX);
  // An IPv6 address stands in brackets.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    return problem(`PUBLIC_URL is ${publicUrl}: TikTok takes no IP address.`, FIX);
  if (LOCAL_NAMES.test(hostname) || !hostname.includes('.'))
    return problem(`PUBLIC_URL is ${publicUrl}: TikTok cannot reach this name.`, FIX);
  return ok(`${publicUrl} is https with a domain name.`);
}
