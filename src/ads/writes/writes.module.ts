import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { AdChange } from './ad-change.entity.js';
import { AdChanges } from './ad-changes.js';
import { ChangeSettlement } from './change-settlement.js';
import { CreatedObjects } from './created-objects.js';
import { ObjectClaims } from './object-claims.js';
import { ObjectCreation } from './object-creation.js';
import { ObjectUpdates } from './object-updates.js';
import { StatusChanges } from './status-changes.js';

const PROVIDERS = [AdChanges, ObjectCreation, ObjectUpdates, StatusChanges];

/** The write protocol: every change is a row before it is a call. */
@Module({
  imports: [AccountsModule, IntegrationsModule, ObjectsModule, TypeOrmModule.forFeature([AdChange])],
  providers: [...PROVIDERS, ChangeSettlement, CreatedObjects, ObjectClaims],
  exports: PROVIDERS,
})
export class WritesModule {}
