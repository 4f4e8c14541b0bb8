import { ApiPropertyOptional } from '@nestjs/swagger';
import { MEDIA_DAMAGES, type MediaDamage, type MediaFacts } from '../../post/media-facts.js';

export class MediaFactsView implements MediaFacts {
  @ApiPropertyOptional({ example: 'mp4', description: 'The container of a video, or the format of a photo.' })
  format?: string;

  @ApiPropertyOptional({ example: 'h264', description: '`none` for a file with sound but no picture.' })
  codec?: string;

  @ApiPropertyOptional({ example: 1080, description: 'In pixels, after rotation.' })
  width?: number;

  @ApiPropertyOptional({ example: 1920, description: 'In pixels, after rotation.' })
  height?: number;

  @ApiPropertyOptional({ example: 29.97, description: 'In frames per second.' })
  frameRate?: number;

  @ApiPropertyOptional({ example: 14.2 })
  durationSeconds?: number;

  @ApiPropertyOptional({
    enum: MEDIA_DAMAGES,
    description:
      'What is wrong with the file. `unreadable` files cannot be opened, `encrypted` files need a key, `incomplete` files miss a part.',
  })
  damage?: MediaDamage;
}
