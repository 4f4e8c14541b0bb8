import { IsString } from 'class-validator';

export class PublishIdDto {
  /**
   * The `publishId` that init-video-upload or init-photo-upload returned.
   * @format uuid
   */
  @IsString()
  publishId: string;
}
