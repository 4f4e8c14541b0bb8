import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../../../config/index.js';
import { StagingStore } from '../staging-store.js';
import { UploadRules } from '../upload-rules.js';
import { stagingStore } from './choose-staging-store.js';
import { StagingProbe } from './staging-probe.js';
import { StagingRoom } from './staging-room.js';
import { UploadReservation } from './upload-reservation.entity.js';
import { UploadStager } from './upload-stager.js';

@Module({
  imports: [TypeOrmModule.forFeature([UploadReservation])],
  providers: [
    { provide: StagingStore, inject: [AppConfig], useFactory: stagingStore },
    StagingProbe,
    StagingRoom,
    UploadRules,
    UploadStager,
  ],
  exports: [StagingProbe, StagingRoom, StagingStore, UploadRules, UploadStager],
})
export class StagingModule {}
