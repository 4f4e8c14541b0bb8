import { PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';

export const MAX_SCOPES = 50;

export class GetAdsAuthUrlDto {
  /**
   * Where the browser ends. Its origin must be in RETURN_URL_ORIGINS.
   * @example https://admin.example/integrations
   */
  @IsString()
  @MaxLength(2000)
  returnUrl: string;

  /** The integration. Needed if several accounts are connected. */
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}

export class GetAuthUrlDto extends PickType(GetAdsAuthUrlDto, ['returnUrl']) {
  /**
   * The permissions to request. `business.creator.insights` requests comments and insights (Business API).
   * @example ["user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.upload", "video.publish", "business.creator.insights"]
   */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_SCOPES)
  @IsString({ each: true })
  scopes: string[];

  /** The integration to reconnect. */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /**
   * If true, the user may choose another TikTok account than the integration has.
   * @default false
   */
  @IsOptional()
  @IsBoolean()
  allowDifferentAccount?: boolean;
}

export class AuthUrlAnswer {
  /** Send the browser there. */
  authUrl: string;
}
