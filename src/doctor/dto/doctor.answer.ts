import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FINDING_STATUSES, type FindingStatus } from '../finding.js';

class FindingView {
  @ApiProperty({ example: 'redirect_uris' })
  check: string;

  @ApiProperty({ enum: FINDING_STATUSES, description: 'warning: works now, or in part' })
  status: FindingStatus;

  @ApiProperty({ description: 'what was found, as a sentence' })
  detail: string;

  @ApiPropertyOptional({ description: 'what to do about it' })
  fix?: string;
}

export class DoctorAnswer {
  @ApiProperty({ type: [FindingView] })
  items: FindingView[];
}
