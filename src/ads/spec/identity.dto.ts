import { IsIn, IsOptional } from 'class-validator';
import { IsTikTokId, IsText } from './field-kinds.js';

export const IDENTITY_TYPES = ['TT_USER', 'BC_AUTH_TT', 'AUTH_CODE', 'CUSTOMIZED_USER'] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];

export class IdentityDto {
  /** How the identity was authorised, as GET /api/ads/tools/identities shows it. */
  @IsIn(IDENTITY_TYPES)
  type: IdentityType;

  /**
   * The id of GET /api/ads/tools/identities.
   * @example 7f0c1a52-21a4-5a3f-8b49-3e1d0e0f3b55
   */
  @IsText()
  id: string;

  /** The business center that authorised the identity. Needed for `BC_AUTH_TT`. */
  @IsOptional()
  @IsTikTokId()
  businessCenterId?: string;
}
