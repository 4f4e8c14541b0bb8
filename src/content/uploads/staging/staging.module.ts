import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../../../config/index.js';
import { StagingStore } from './staging-store.js';
import { UploadRules } from '../upload-rules.js';
import { stagingStore } from './choose-staging-store.js';
import { StagedFileUses } from './staged-file-uses.js';
import { StagingJanitor } from './staging-janitor.js';
import { StagingProbe } from './staging-probe.js';
import { StagingQuota } from './staging-quota.js';
import { UploadReservation } from './upload-reservation.entity.js';
import { UploadStager } from './upload-stager.js';

@Module({
  imports: [TypeOrmModule.forFeature([UploadReservation])],
  providers: [
    { provide: StagingStore, inject: [AppConfig], useFactory: stagingStore },
    StagedFileUses,
    StagingJanitor,
    StagingProbe,
    StagingQuota,
    UploadRules,
    UploadStager,
  ],
  exports: [StagedFileUses, StagingProbe, StagingQuota, StagingStore, UploadRules, UploadStager],
})
export class StagingModule {}
