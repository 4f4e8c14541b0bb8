import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { AdsCallsController } from './ads-calls.controller.js';
import { AdsCalls } from './ads-calls.service.js';

/** Reads that are passed through to TikTok. */
@Module({ imports: [IntegrationsModule], controllers: [AdsCallsController], providers: [AdsCalls] })
export class CallsModule {}
