import { Injectable } from '@nestjs/common';
import { formatBytes, TooLargeError } from '../../common/index.js';
import { AppConfig, type UploadLimits } from '../../config/index.js';
import type { PostKind } from '../post/publication.entity.js';
import { PHOTO_LIMITS } from '../rules/post-limits.js';

/** The upload limits of an organisation: the defaults, overridden by its own settings. */
@Injectable()
export class UploadRules {
  constructor(private readonly config: AppConfig) {}

  of(organisationId: string): UploadLimits {
    const { limits, limitsByOrganisation } = this.config.uploads;
    return { ...limits, ...limitsByOrganisation.get(organisationId) };
  }

  /** Returns the limit for one file in bytes. */
  maxBytes(organisationId: string, kind: PostKind): number {
    const { maxBytes } = this.of(organisationId);
    return kind === 'photo' ? Math.min(maxBytes, PHOTO_LIMITS.bytes) : maxBytes;
  }
}

/** @param maxBytes the limit that was exceeded */
export function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError(
    'upload_too_large',
    `The file exceeds the limit of ${formatBytes(maxBytes)}. Upload a smaller file.`,
  );
}
