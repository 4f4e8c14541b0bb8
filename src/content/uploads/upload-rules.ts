import { Injectable } from '@nestjs/common';
import { TooLargeError } from '../../common/index.js';
import { AppConfig, type UploadLimits } from '../../config/index.js';
import type { PostKind } from '../post/publication.entity.js';
import { PHOTO_LIMITS } from '../rules/post-limits.js';

/** What an organisation may send here: what holds for all, and what the operator has set for it alone. */
@Injectable()
export class UploadRules {
  constructor(private readonly config: AppConfig) {}

  of(organisationId: string): UploadLimits {
    const { limits, limitsByOrganisation } = this.config.uploads;
    return { ...limits, ...limitsByOrganisation.get(organisationId) };
  }

  /** Of one file, in bytes. */
  maxBytes(organisationId: string, kind: PostKind): number {
    const { maxBytes } = this.of(organisationId);
    return kind === 'photo' ? Math.min(maxBytes, PHOTO_LIMITS.bytes) : maxBytes;
  }
}

/** @param maxBytes the limit that was passed */
export function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError('upload_too_large', `The file is larger than the ${maxBytes} bytes allowed here.`);
}
