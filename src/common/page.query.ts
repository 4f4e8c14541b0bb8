import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min, ValidateBy } from 'class-validator';
import { NO_CURSOR, parseKey } from './paging.js';

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** Rejects a text that no list has made, together with errors in other fields. Each list also checks the parts. */
function IsCursor(): PropertyDecorator {
  return ValidateBy({
    name: 'isCursor',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseKey(value) !== undefined,
      defaultMessage: () => `$property ${NO_CURSOR}`,
    },
  });
}

/** `?limit=&cursor=` of every list. */
export class PageQuery {
  /**
   * How many items a page has.
   * @asType integer
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  limit: number = DEFAULT_PAGE_SIZE;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @IsCursor()
  cursor?: string;
}
