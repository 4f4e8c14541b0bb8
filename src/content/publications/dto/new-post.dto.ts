import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../../../tiktok/index.js';
import { POST_MODES, type PostMode } from '../../post/publication.entity.js';

export const TITLE_MAX = 150;
// TikTok's field is an int32.
export const COVER_MAX_MS = 2_147_483_647;
// No database text holds one.
export const NO_ZERO_BYTE = [/^[^\0]*$/, { message: 'must not contain a zero byte' }] as const;

/** What every new post says of itself. */
export class NewPostDto {
  @ApiProperty({
    example: 'New product drop',
    maxLength: TITLE_MAX,
    description: 'name within your organisation',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(TITLE_MAX)
  @Matches(...NO_ZERO_BYTE)
  title: string;

  @ApiPropertyOptional({
    enum: POST_MODES,
    default: 'direct',
    description:
      'direct: straight to the profile. draft: into the inbox of the TikTok app, where the creator chooses everything else and posts it',
  })
  @IsOptional()
  @IsIn(POST_MODES)
  mode?: PostMode;

  @ApiPropertyOptional({
    enum: PRIVACY_LEVELS,
    description:
      'needed for direct posts, and no default: TikTok wants a person to choose. Of no meaning for drafts',
  })
  @ValidateIf(({ mode }: NewPostDto) => mode !== 'draft')
  @IsIn(PRIVACY_LEVELS)
  privacyLevel?: PrivacyLevel;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  allowComment?: boolean;

  @ApiPropertyOptional({
    default: false,
    description: 'the switch of TikTok’s guidelines: the post promotes something, and the next two say what',
  })
  @IsOptional()
  @IsBoolean()
  commercialDisclosure?: boolean;

  @ApiPropertyOptional({
    default: false,
    description: 'promotes your own business: TikTok labels it "Promotional content"',
  })
  @IsOptional()
  @IsBoolean()
  brandOrganic?: boolean;

  @ApiPropertyOptional({
    default: false,
    description: 'a paid partnership: TikTok labels it "Paid partnership"; cannot be private',
  })
  @IsOptional()
  @IsBoolean()
  brandedContent?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'which account; needed when several are connected' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}
