import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../../integrations/index.js';

/** Deletes the stored figures that an integration has read, when its data is deleted. */
@Injectable()
export class MetricsLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const table of ['ad_metric_readings', 'ad_metrics'])
      await em.query(`DELETE FROM ${table} WHERE integration_id = $1`, [integrationId]);
  }
}
