import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole } from '../auth/index.js';
import { OnVisitOnly } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { Doctor } from './doctor.service.js';
import { DoctorAnswer } from './dto/doctor.answer.js';

@ApiTags('Doctor')
@Controller('api/doctor')
export class DoctorController {
  constructor(
    private readonly doctor: Doctor,
    private readonly orgContext: OrgContext,
  ) {}

  // It asks TikTok.
  @Get()
  @OnVisitOnly()
  @NeedsRole('admin')
  @ApiOperation({ summary: 'Whether everything is set up so that it can work, and how to fix what is not' })
  @ApiOkResponse({ type: DoctorAnswer })
  async examine(): Promise<DoctorAnswer> {
    return { items: await this.doctor.examine({ organisationId: this.orgContext.organisationId }) };
  }
}
