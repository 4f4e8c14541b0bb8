import { Injectable } from '@nestjs/common';
import type { Publication } from '../../post/publication.entity.js';
import { PullUrls } from '../../uploads/pulls/pull-urls.js';
import { VerifiedUrls } from '../../uploads/pulls/verified-urls.js';
import { PostRefusedError } from '../../post/post-refused.error.js';

/** From where TikTok fetches the files of a post, uploaded here or not. */
@Injectable()
export class PullAddresses {
  constructor(
    private readonly urls: PullUrls,
    private readonly verified: VerifiedUrls,
  ) {}

  /** In their order. @throws PostRefusedError for one that TikTok would refuse: it is not asked then */
  of({ media }: Publication): string[] {
    const addresses = media.map((file) => this.urls.forMedia(file));
    if (addresses.some((address) => this.verified.check(address)))
      throw new PostRefusedError({ code: 'url_ownership_unverified' });
    return addresses;
  }
}
