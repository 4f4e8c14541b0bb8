import { IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';
import { SharedOptions } from '../../post/post-options.dto.js';
import { POST_MODES, type PostMode } from '../../post/publication.entity.js';
import { PostFields } from './post-fields.dto.js';

/** What every new post takes. */
export class NewPostDto extends IntersectionType(
  PickType(PostFields, ['title']),
  PartialType(PickType(PostFields, ['allowComment'])),
  PartialType(SharedOptions),
) {
  /**
   * `direct`: the post goes to the profile. `draft`: it goes to the inbox of the TikTok app, where the creator finishes
   * and posts it.
   * @default direct
   */
  @IsOptional()
  @IsIn(POST_MODES)
  mode?: PostMode;

  /** Who can see the post. A direct post needs it, because TikTok requires an explicit choice; a draft takes none. */
  @ValidateIf(({ mode }: NewPostDto) => mode !== 'draft')
  @IsIn(PRIVACY_LEVELS)
  privacyLevel?: PrivacyLevel;

  /** The account to post to. Needed if several accounts are connected. */
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}
