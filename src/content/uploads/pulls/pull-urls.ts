import { Injectable } from '@nestjs/common';
import { LinkSigner } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import type { PublicationMedia } from '../../post/publication-media.entity.js';

/** The path registered with TikTok as a URL prefix. It covers the media below it and the ownership file. */
export const VERIFICATION_PATH = 'tiktok-verification';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/3gpp': '3gp',
  'video/3gpp2': '3g2',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

type Pulled = Pick<PublicationMedia, 'id' | 'source' | 'url' | 'mediaType'>;

/** Builds URLs from which TikTok fetches media. */
@Injectable()
export class PullUrls {
  private readonly signer: LinkSigner;

  constructor(private readonly config: AppConfig) {
    this.signer = new LinkSigner(config.encryptionKeys, 'media pulls');
  }

  /**
   * Returns the file's own URL, or a URL of this service that works while the publication is in progress.
   * @throws Error when the file has not been uploaded
   */
  forMedia(media: Pulled): string {
    if (media.url !== null) return media.url;
    const path = `/${VERIFICATION_PATH}/media/${media.id}/${this.fileName(media)}`;
    return new URL(path, this.config.pulls.publicUrl).href;
  }

  /** Verifies a requested file name. @param name the last path segment of the URL */
  isNameOf(media: Pulled, name: string): boolean {
    const [signature = '', extension, ...rest] = name.split('.');
    return (
      rest.length === 0 && extension === extensionOf(media) && this.signer.verifies([media.id], signature)
    );
  }

  private fileName(media: Pulled): string {
    const extension = extensionOf(media);
    if (!extension) throw new Error(`file ${media.id} has not been uploaded`);
    return `${this.signer.sign([media.id])}.${extension}`;
  }
}

function extensionOf({ mediaType }: Pulled): string | undefined {
  return EXTENSIONS[mediaType ?? ''];
}
