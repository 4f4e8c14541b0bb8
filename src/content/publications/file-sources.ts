import { Injectable } from '@nestjs/common';
import { ConflictError, InvalidInputError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { explainError } from '../../tiktok/index.js';
import { VERIFICATION_PATH } from '../uploads/pulls/pull-urls.js';
import { VerifiedUrls, type UrlProblem } from '../uploads/pulls/verified-urls.js';
import type { NewFile } from './new-post.js';
import type { PostKind, PostRoute } from '../post/publication.entity.js';

/** Checks that TikTok can get a post's files from their sources. Fetches nothing. */
@Injectable()
export class FileSources {
  constructor(
    private readonly config: AppConfig,
    private readonly verified: VerifiedUrls,
  ) {}

  /** @throws InvalidInputError naming each address, ConflictError if TikTok could not fetch uploads from this service */
  assertUsable(files: NewFile[], post: { kind: PostKind; route: PostRoute }): void {
    const problems = files.flatMap(({ field, url }) => {
      const problem = url === null ? undefined : this.verified.check(url);
      return problem ? [{ field, ...problem }] : [];
    });
    const [first] = problems;
    if (first) {
      const fields = problems.map(({ field, message }) => ({ field, message }));
      throw new InvalidInputError(messageFor(first), fields, first.code);
    }
    // We send only videos through the open API. TikTok fetches everything else, uploads from this service.
    const isFetched = post.kind === 'photo' || post.route === 'business';
    if (isFetched && files.some(({ url }) => url === null)) this.assertServesMedia();
  }

  private assertServesMedia(): void {
    const { publicUrl } = this.config.pulls;
    const prefix = new URL(`/${VERIFICATION_PATH}/`, publicUrl).href;
    if (!this.verified.check(`${prefix}media/`)) return;
    throw new ConflictError(
      'media_url_unverified',
      `TikTok must fetch these files from this service, but would refuse ${publicUrl}. Set MEDIA_PUBLIC_URL to its https ` +
        `address, verify that address with the path /${VERIFICATION_PATH}/ in the TikTok app, and list it in ` +
        'TIKTOK_VERIFIED_URLS. Or pass file URLs instead of uploading.',
    );
  }
}

function messageFor({ code, message }: UrlProblem): string {
  if (code === 'url_ownership_unverified') return explainError('open_api', code).message;
  return `TikTok cannot fetch from this URL: it ${message}.`;
}
