import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerRole, includesRole, NeedsRole, type Role } from '../auth/index.js';
import { NavigationOnly } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { Doctor } from './doctor.service.js';
import { DoctorAnswer } from './dto/doctor.view.js';

@ApiTags('Doctor')
@Controller('api/doctor')
export class DoctorController {
  constructor(
    private readonly doctor: Doctor,
    private readonly orgContext: OrgContext,
  ) {}

  // The checks call TikTok.
  @Get()
  @NavigationOnly()
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Run configuration checks',
    description:
      'An admin gets the checks of their organisation’s connections. Checks of the whole installation require the role ' +
      '`operator`.',
  })
  @ApiOkResponse({ type: DoctorAnswer })
  async runDoctor(@CallerRole() role: Role): Promise<DoctorAnswer> {
    const { organisationId } = this.orgContext;
    const about = includesRole(role, 'operator') ? undefined : 'organisation';
    return { items: await this.doctor.examine({ organisationId }, about) };
  }
}
