import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PostProblem } from './post-problem.js';
import {
  ADDRESS_RULES,
  CREATOR_REFUSALS,
  REFUSING_RULES,
  UPLOAD_RULES,
  WARNING_RULES,
  type RuleCode,
} from './rule-codes.js';

const RULES = [...REFUSING_RULES, ...ADDRESS_RULES, ...UPLOAD_RULES, ...CREATOR_REFUSALS, ...WARNING_RULES];
const SCALAR = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };

export class PostProblemView implements PostProblem {
  @ApiProperty({ example: 'media[0].frameRate', description: 'The request field to change.' })
  field: string;

  @ApiPropertyOptional({ description: 'The zero-based position of the file, for problems of a file.' })
  file?: number;

  @ApiProperty({
    enum: RULES,
    example: 'frame_rate_out_of_range',
    description: 'Which rule the post breaks. It is stable.',
  })
  rule: RuleCode;

  @ApiPropertyOptional({ ...SCALAR, example: 15, description: 'The value found.' })
  value?: string | number | boolean;

  @ApiPropertyOptional({ ...SCALAR, example: '23 to 60', description: 'What TikTok accepts.' })
  limit?: string | number;

  @ApiProperty({ example: 'The video has 15 frames per second. TikTok accepts 23 to 60.' })
  message: string;

  @ApiProperty({ example: 'Export it at 30 frames per second.' })
  fix: string;
}
