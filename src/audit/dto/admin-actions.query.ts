import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsMoment, NoZeroByte, PageQuery } from '../../common/index.js';

const MAX_TEXT = 200;

/** Narrows the audit trail. */
export class AdminActionsQuery extends PageQuery {
  /**
   * Only actions of this user, by the `sub` of the token.
   * @example user-7
   */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @NoZeroByte()
  actor?: string;

  /**
   * Only this action, by its operation id in the OpenAPI document.
   * @example disconnectIntegration
   */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @NoZeroByte()
  action?: string;

  /**
   * Only actions on this object, by its id. The id of an erased contact finds its erasure.
   * @example 01a22ae3-63da-73c3-92c6-0f5270f94390
   */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  @NoZeroByte()
  target?: string;

  /**
   * Only actions on this day of UTC, at this time, or later.
   * @example 2026-11-01
   */
  @IsMoment()
  from?: string;

  /**
   * Only actions before this time, or before the end of this day of UTC.
   * @example 2026-11-30
   */
  @IsMoment()
  to?: string;
}
