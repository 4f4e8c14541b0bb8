import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InboxRecordsModule } from '../inbox-records.module.js';
import { Deliverers } from './deliverers.js';
import { Echoes } from './echoes.js';
import { Outbox } from './outbox.js';
import { OutboxWorker } from './outbox-worker.js';
import { Outgoing } from './outgoing.entity.js';

/** Sends what agents write, once. Each kind of message registers how. */
@Module({
  imports: [InboxRecordsModule, TypeOrmModule.forFeature([Outgoing])],
  providers: [Deliverers, Echoes, Outbox, OutboxWorker],
  exports: [Deliverers, Echoes, Outbox],
})
export class OutboxModule {}
