import { Module } from '@nestjs/common';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { Windows } from '../window/windows.js';
import { DirectIntake } from './direct-intake.js';
import { DirectPoll } from './direct-poll.js';
import { DirectReader } from './direct-reader.js';

/** Brings direct messages into the inbox, and computes when the account may answer. */
@Module({
  imports: [InboxStoreModule],
  providers: [DirectIntake, DirectPoll, DirectReader, Windows],
  exports: [DirectIntake, DirectPoll, DirectReader, Windows],
})
export class DirectModule {}
