import { Global, Module } from '@nestjs/common';
import { DriftJournal } from './objects/drift-journal.js';
import { DriftRecords } from './writes/drift-records.js';

/** Lets the copies of ad objects record drift in the journal of changes, which is a layer above them. */
@Global()
@Module({ providers: [{ provide: DriftJournal, useClass: DriftRecords }], exports: [DriftJournal] })
export class DriftModule {}
