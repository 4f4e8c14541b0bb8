import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { Deliverers } from './deliverers.js';
import { Echoes } from './echoes.js';
import { Outbox } from './outbox.js';
import { OutboxWorker } from './outbox-worker.js';
import { OutgoingQueue } from './outgoing-queue.js';
import { Outgoing } from './outgoing.entity.js';
import { Unconfirmed } from './unconfirmed.js';

/** Sends what agents write, once. Each kind of message registers how. */
@Module({
  imports: [InboxStoreModule, TypeOrmModule.forFeature([Outgoing])],
  providers: [Deliverers, Echoes, Outbox, OutboxWorker, OutgoingQueue, Unconfirmed],
  exports: [Deliverers, Echoes, Outbox, OutgoingQueue, Unconfirmed],
})
export class OutboxModule {}
