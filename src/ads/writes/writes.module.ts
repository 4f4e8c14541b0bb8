import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { AdChange } from './ad-change.entity.js';
import { AdChanges } from './ad-changes.js';
import { ObjectLock } from './object-lock.js';
import { CallToActionPortfolios } from './call-to-action-portfolios.js';
import { ChangeSettlement } from './change-settlement.js';
import { CreatedObjects } from './created-objects.js';
import { ObjectClaims } from './object-claims.js';
import { ObjectCreation } from './object-creation.js';
import { ObjectUpdates } from './object-updates.js';
import { RecentWrites } from './recent-writes.js';
import { StatusBatches } from './status-batches.js';
import { StatusChanges } from './status-changes.js';
import { StopWords } from './stop-words.js';

const PROVIDERS = [
  AdChanges,
  ObjectLock,
  CallToActionPortfolios,
  ObjectCreation,
  ObjectUpdates,
  RecentWrites,
  StatusBatches,
  StopWords,
];

/** The write protocol: every change is a row before it is a call. */
@Module({
  imports: [AccountsModule, IntegrationsModule, ObjectsModule, TypeOrmModule.forFeature([AdChange])],
  providers: [...PROVIDERS, ChangeSettlement, CreatedObjects, ObjectClaims, StatusChanges],
  exports: PROVIDERS,
})
export class WritesModule {}
