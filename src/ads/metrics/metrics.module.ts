import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { LiveReport } from './live-report.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { MetricReadings } from './readings/metric-readings.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationService } from './reconciliation.service.js';
import { AccountSync } from './scheduled/account-sync.js';
import { AdGroupDeliveries } from './stored/ad-group-deliveries.js';
import { MetricsLifecycle } from './stored/metrics.lifecycle.js';
import { MetricsSyncController } from './stored/metrics-sync.controller.js';
import { MetricsSync } from './stored/metrics-sync.js';
import { RangeReader } from './stored/range-reader.js';
import { StoredMetrics } from './stored/stored-metrics.js';

/** Figures of ads: live from TikTok, and stored by syncs. */
@Module({
  imports: [IntegrationsModule, ObjectsModule],
  controllers: [MetricsController, MetricsSyncController, ReconciliationController],
  providers: [
    AccountSync,
    AdGroupDeliveries,
    LiveReport,
    MetricReadings,
    MetricsLifecycle,
    MetricsService,
    MetricsSync,
    RangeReader,
    ReconciliationService,
    StoredMetrics,
  ],
  exports: [AccountSync, AdGroupDeliveries, LiveReport],
})
export class MetricsModule {}
