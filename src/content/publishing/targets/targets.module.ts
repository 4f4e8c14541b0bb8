import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../../integrations/index.js';
import { PostModule } from '../../post/post.module.js';
import { UploadsModule } from '../../uploads/uploads.module.js';
import { PostChecks } from '../post-checks.js';
import { BusinessAccounts } from './business-accounts.js';
import { BusinessTarget } from './business.target.js';
import { OpenApiTarget } from './open-api.target.js';
import { PullAddresses } from './pull-addresses.js';

@Module({
  imports: [IntegrationsModule, PostModule, UploadsModule],
  providers: [BusinessAccounts, BusinessTarget, OpenApiTarget, PostChecks, PullAddresses],
  exports: [BusinessAccounts, BusinessTarget, OpenApiTarget, PostChecks],
})
export class TargetsModule {}
