import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../integrations/index.js';

/** Deletes the authorised posts of a deleted integration here. TikTok keeps the creators' permissions. */
@Injectable()
export class SparkLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    await em.query(`DELETE FROM ad_spark_posts WHERE integration_id = $1`, [integrationId]);
  }
}
