import { IsOptional, IsString, Matches } from 'class-validator';
import { PublishIdDto } from './publish.dto.js';

export class MarkPublishedDto extends PublishIdDto {
  /**
   * The number at the end of the link to the post, as text. With it the post counts as public.
   * @example "7602997517160123666"
   */
  @IsOptional()
  @IsString()
  @Matches(/^\d{10,25}$/, { message: 'must be the post’s number, 10 to 25 digits as text' })
  postId?: string;
}
