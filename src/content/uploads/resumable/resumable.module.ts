import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UploadsModule } from '../uploads.module.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import { ResumableUploads } from './resumable-uploads.js';
import { ResumableService } from './resumable.service.js';
import { TusExchange } from './tus-exchange.js';
import { TusStore } from './tus-store.js';
import { TusController } from './tus.controller.js';
import { UploadCompletion } from './upload-completion.js';

@Module({
  imports: [UploadsModule, TypeOrmModule.forFeature([ResumableUpload])],
  controllers: [TusController],
  providers: [ResumableService, ResumableUploads, TusExchange, TusStore, UploadCompletion],
})
export class ResumableModule {}
