import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../integrations/index.js';

/** Deletes the creatives of a deleted integration here. The janitor removes their staged files. */
@Injectable()
export class CreativeLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    await em.query(`DELETE FROM ad_creatives WHERE integration_id = $1`, [integrationId]);
  }
}
