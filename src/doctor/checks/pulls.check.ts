import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { PullUrls, VerifiedUrls } from '../../content/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

const NEEDED = 'TikTok fetches photos and all posts of Business accounts, so they cannot be published';
// Any file will do: only its address matters.
const ANY = { id: 'any', source: 'upload', url: null, mediaType: 'image/jpeg' } as const;

/** Checks that TikTok may fetch uploads: from a domain or prefix that is verified in its portal. */
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

/** @param found `message`: why TikTok cannot fetch from this service; undefined if it can */
export function pullsVerdict(found: {
  verifiedUrls: readonly string[];
  publicUrl: string;
  message: string | undefined;
}): Verdict {
  const { verifiedUrls, publicUrl, message } = found;
  if (message === undefined) return ok(`TikTok can fetch media from ${publicUrl}.`);
  if (verifiedUrls.length === 0)
    return warning(
      `TIKTOK_VERIFIED_URLS is empty. ${NEEDED}.`,
      'Verify a domain or URL prefix in the TikTok developer portal and add it to TIKTOK_VERIFIED_URLS; see docs/operating.md.',
    );
  return warning(
    `${NEEDED} from uploads: their address at ${publicUrl} ${message}.`,
    'Set MEDIA_PUBLIC_URL to an https origin that TIKTOK_VERIFIED_URLS covers.',
  );
}
