import { Injectable } from '@nestjs/common';
import { PostRefusedError } from '../../post/post-refused.error.js';
import type { Publication } from '../../post/publication.entity.js';
import { PullUrls } from '../../uploads/pulls/pull-urls.js';
import { VerifiedUrls } from '../../uploads/pulls/verified-urls.js';

/** Lists the addresses from which TikTok fetches a post's files, uploaded to us or not. */
@Injectable()
export class PullAddresses {
  constructor(
    private readonly urls: PullUrls,
    private readonly verified: VerifiedUrls,
  ) {}

  /** In file order. @throws PostRefusedError for an address that TikTok would reject, before asking it */
  of({ media }: Publication): string[] {
    const addresses = media.map((file) => this.urls.forMedia(file));
    if (addresses.some((address) => this.verified.check(address)))
      throw new PostRefusedError({ code: 'url_ownership_unverified' });
    return addresses;
  }
}
