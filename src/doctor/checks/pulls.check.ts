import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { PullUrls, VerifiedUrls } from '../../content/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

const NEEDED = 'Photos, and all posts of Business accounts, are fetched by TikTok and cannot be published';
// As good as any: only where it would lie counts.
const ANY = { id: 'any', source: 'upload', url: null, mediaType: 'image/jpeg' } as const;

/** TikTok may fetch what was uploaded here: from a domain or prefix that was verified in its portal. */
@Injectable()
export class PullsCheck extends Check {
  readonly name = 'pulls';

  constructor(
    private readonly config: AppConfig,
    private readonly urls: PullUrls,
    private readonly verified: VerifiedUrls,
  ) {
    super();
  }

  examine(): Promise<Verdict> {
    const { verifiedUrls, publicUrl } = this.config.pulls;
    const message = this.verified.check(this.urls.forMedia(ANY))?.message;
    return Promise.resolve(pullsVerdict({ verifiedUrls, publicUrl, message }));
  }
}

/** @param found why TikTok would not fetch from this service; undefined when it would */
export function pullsVerdict(found: {
  verifiedUrls: readonly string[];
  publicUrl: string;
  message: string | undefined;
}): Verdict {
  const { verifiedUrls, publicUrl, message } = found;
  if (message === undefined) return ok(`TikTok may fetch media from ${publicUrl}.`);
  if (verifiedUrls.length === 0)
    return warning(
      `TIKTOK_VERIFIED_URLS names nothing. ${NEEDED}.`,
      'Verify a domain or URL prefix in the TikTok developer portal and name it in TIKTOK_VERIFIED_URLS; docs/operating.md has the steps.',
    );
  return warning(
    `${NEEDED} from uploads: their address at ${publicUrl} ${message}.`,
    'Set MEDIA_PUBLIC_URL to an https origin that TIKTOK_VERIFIED_URLS covers.',
  );
}
