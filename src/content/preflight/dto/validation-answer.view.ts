import { ApiProperty } from '@nestjs/swagger';
import { WAITS_FOR } from '../../post/publication.entity.js';
import type { QuotaName } from '../../quotas/quota-limits.js';
import { PostProblemView } from '../../rules/post-problem.view.js';
import { ConsentView } from './creator-info.view.js';

export class ValidationAnswer {
  @ApiProperty({ description: 'false: publishing would be refused' })
  ok: boolean;

  @ApiProperty({ type: [PostProblemView], description: 'each of them refuses the post' })
  problems: PostProblemView[];

  @ApiProperty({
    type: [PostProblemView],
    description: 'what people should know; nothing is refused for these',
  })
  warnings: PostProblemView[];

  @ApiProperty({
    type: [String],
    example: ['Paid partnership'],
    description: 'what TikTok will write on the post',
  })
  labels: string[];

  @ApiProperty({ description: 'to be shown before the button that publishes' })
  consent: ConsentView;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when it would go if it were published now; null: at once',
  })
  goesAt: string | null;

  @ApiProperty({
    type: String,
    enum: [...WAITS_FOR.filter((name) => name !== 'publish_at'), null],
    nullable: true,
    description: 'the limit of TikTok’s for which it would wait',
  })
  waitsFor: QuotaName | null;

  @ApiProperty({ type: String, nullable: true, description: 'the same as a sentence' })
  waits: string | null;
}
