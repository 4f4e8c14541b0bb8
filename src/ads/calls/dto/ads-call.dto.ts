import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** A read of TikTok's that this service has no call of its own for. */
export class AdsCallDto {
  /** The ad account: TikTok's advertiser id, as text. The service sends it as `advertiser_id`. */
  @IsString()
  @Matches(/^\d{1,20}$/, { message: 'must be a TikTok id of up to 20 digits, as text' })
  accountId: string;

  /**
   * The path in TikTok's reference, without host and version.
   * @example /tool/region/
   */
  @IsString()
  @MaxLength(200)
  path: string;

  /**
   * TikTok's parameters: texts, numbers, booleans, lists and objects. The service encodes lists and objects as TikTok requires.
   * Send ids as text.
   */
  @IsOptional()
  @IsObject()
  query?: Record<string, unknown>;
}
