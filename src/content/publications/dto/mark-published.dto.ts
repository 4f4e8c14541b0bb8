import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { PublishIdDto } from './publication.views.js';

export class MarkPublishedDto extends PublishIdDto {
  @ApiPropertyOptional({
    example: '7602997517160123666',
    description: 'the number at the end of the link to the post, as text; with it the post counts as public',
  })
  @IsOptional()
  @IsString()
  @Matches(/^\d{10,25}$/, { message: 'must be the post’s number, 10 to 25 digits as text' })
  postId?: string;
}
