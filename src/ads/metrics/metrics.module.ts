import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { LiveReport } from './live-report.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { MetricsLifecycle } from './stored/metrics.lifecycle.js';
import { MetricsSyncController } from './stored/metrics-sync.controller.js';
import { MetricsSync } from './stored/metrics-sync.js';
import { StoredMetrics } from './stored/stored-metrics.js';

/** Figures of ads: live from TikTok, and stored by syncs. */
@Module({
  imports: [IntegrationsModule],
  controllers: [MetricsController, MetricsSyncController],
  providers: [LiveReport, MetricsLifecycle, MetricsService, MetricsSync, StoredMetrics],
  exports: [LiveReport, MetricsSync],
})
export class MetricsModule {}
