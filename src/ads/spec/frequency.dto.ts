import { IsInt, Max, Min } from 'class-validator';

/** How often one user may see the ads. */
export class FrequencyDto {
  /** @example 3 */
  @IsInt()
  @Min(1)
  @Max(1000)
  impressions: number;

  /** @example 7 */
  @IsInt()
  @Min(1)
  @Max(30)
  days: number;
}
