import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UploadsModule } from '../uploads.module.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import { ResumableService } from './resumable.service.js';
import { TusServer } from './tus-server.js';
import { TusStore } from './tus-store.js';
import { TusController } from './tus.controller.js';
import { UploadCompletion } from './upload-completion.js';
import { UploadProgress } from './upload-progress.js';

@Module({
  imports: [UploadsModule, TypeOrmModule.forFeature([ResumableUpload])],
  controllers: [TusController],
  providers: [ResumableService, TusServer, TusStore, UploadCompletion, UploadProgress],
})
export class ResumableModule {}
