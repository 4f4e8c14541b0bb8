import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { NoZeroByte, PageQuery } from '../../../common/index.js';

const ACCOUNT = /^\d{1,32}$/;
const ACCOUNT_RULE = { message: '$property must be the digits of an advertiser id, as text' };

export class AuthorizePostDto {
  /** The ad account that may promote the post, by TikTok's advertiser id. */
  @IsString()
  @Matches(ACCOUNT, ACCOUNT_RULE)
  accountId: string;

  /**
   * The code that the creator copies in the TikTok app. The service does not store it.
   * @example "#k3Jx…"
   */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  @NoZeroByte()
  authCode: string;
}

export class SparkPostsQuery extends PageQuery {
  /** The ad account, by TikTok's advertiser id. */
  @IsString()
  @Matches(ACCOUNT, ACCOUNT_RULE)
  accountId: string;
}

export class OwnPostsQuery {
  /** The ad account, by TikTok's advertiser id. */
  @IsString()
  @Matches(ACCOUNT, ACCOUNT_RULE)
  accountId: string;

  /** Only posts of this identity. By default, those of all connected accounts that are identities of the ad account. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @NoZeroByte()
  identityId?: string;
}
