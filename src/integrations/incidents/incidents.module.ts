import { Module } from '@nestjs/common';
import { TikTokIncidents } from './tiktok-incidents.js';

/** Incidents that TikTok reports about its own service. */
@Module({ providers: [TikTokIncidents], exports: [TikTokIncidents] })
export class IncidentsModule {}
