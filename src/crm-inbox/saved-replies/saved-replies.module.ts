import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SavedReply } from './saved-reply.entity.js';
import { SavedRepliesController } from './saved-replies.controller.js';
import { SavedReplies } from './saved-replies.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SavedReply])],
  controllers: [SavedRepliesController],
  providers: [SavedReplies],
})
export class SavedRepliesModule {}
