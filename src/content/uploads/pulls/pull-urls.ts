import { Injectable } from '@nestjs/common';
import { LinkSigner } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import type { PublicationMedia } from '../../post/publication-media.entity.js';

/** TikTok's prefix of this service: a URL prefix property covers the media below it and its own ownership file. */
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

/** Addresses under which TikTok fetches media itself. */
@Injectable()
export class PullUrls {
  private readonly signer: LinkSigner;

  constructor(private readonly config: AppConfig) {
    this.signer = new LinkSigner(config.encryptionKeys, 'media pulls');
  }

  /**
   * Where TikTok finds a file: at its own address, or here while its publication is under way.
   * @throws Error for a file whose bytes have not been uploaded
   */
  forMedia(media: Pulled): string {
    if (media.url !== null) return media.url;
    const path = `/${VERIFICATION_PATH}/media/${media.id}/${this.fileName(media)}`;
    return new URL(path, this.config.pulls.publicUrl).href;
  }

  /** @param name the last part of an address that somebody asks for */
  isNameOf(media: Pulled, name: string): boolean {
    const [signature = '', extension, ...rest] = name.split('.');
    return (
      rest.length === 0 && extension === extensionOf(media) && this.signer.verifies([media.id], signature)
    );
  }

  private fileName(media: Pulled): string {
    const extension = extensionOf(media);
    if (!extension) throw new Error(`file ${media.id} has no bytes that TikTok could fetch`);
    return `${this.signer.sign([media.id])}.${extension}`;
  }
}

function extensionOf({ mediaType }: Pulled): string | undefined {
  return EXTENSIONS[mediaType ?? ''];
}
