import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountReader } from './account-reader.js';
import { AdObjectReader } from './ad-object-reader.js';
import { AdObject } from './ad-object.entity.js';
import { AdObjectStore } from './ad-object.store.js';
import { CopyRefresh } from './copy-refresh.js';

const PROVIDERS = [AccountReader, AdObjectReader, AdObjectStore, CopyRefresh];

/** Our copy of ad objects. */
@Module({ imports: [TypeOrmModule.forFeature([AdObject])], providers: PROVIDERS, exports: PROVIDERS })
export class ObjectsModule {}
