import { Module } from '@nestjs/common';
import { InboxRecordsModule } from '../inbox-records.module.js';
import { Windows } from '../window/windows.js';
import { DirectIntake } from './direct-intake.js';
import { DirectPoll } from './direct-poll.js';

/** Brings direct messages into the inbox, and tells when the account may answer. */
@Module({
  imports: [InboxRecordsModule],
  providers: [DirectIntake, DirectPoll, Windows],
  exports: [DirectIntake, DirectPoll, Windows],
})
export class DirectModule {}
