import { ApiPropertyOptional } from '@nestjs/swagger';
import { MEDIA_DAMAGES, type MediaDamage, type MediaFacts } from '../../post/media-facts.js';

export class MediaFactsView implements MediaFacts {
  @ApiPropertyOptional({ example: 'mp4', description: 'container, or format of a photo' })
  format?: string;

  @ApiPropertyOptional({ example: 'h264', description: '`none` for sound without a picture' })
  codec?: string;

  @ApiPropertyOptional({ example: 1080, description: 'pixels, as shown' })
  width?: number;

  @ApiPropertyOptional({ example: 1920, description: 'pixels, as shown' })
  height?: number;

  @ApiPropertyOptional({ example: 29.97, description: 'frames a second' })
  frameRate?: number;

  @ApiPropertyOptional({ example: 14.2 })
  durationSeconds?: number;

  @ApiPropertyOptional({
    enum: MEDIA_DAMAGES,
    description:
      'what is wrong with the bytes. `unreadable`: no player opens it. `encrypted`: needs a key. `incomplete`: a part is missing',
  })
  damage?: MediaDamage;
}
