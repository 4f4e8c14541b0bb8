import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { asId, IntegrationLoader } from '../integration/integration-loader.js';
import { Integration } from '../integration/integration.entity.js';
import { audit } from './audit.js';

/** Ends connections and deletes their data, on an admin's request. */
@Injectable()
export class DisconnectionService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly loader: IntegrationLoader,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends an integration. Its work stops now. In the background its data is deleted, and its access revoked unless another
   * organisation uses the same account.
   * @throws NotFoundError
   */
  async disconnect(id: string, userId: string): Promise<void> {
    const changed = await this.orgContext.transaction((em) =>
      em
        .getRepository(Integration)
        .update(
          { id: asId(id), status: Not('disconnected') },
          { status: 'disconnected', statusReason: userId, dueAt: this.clock.now() },
        ),
    );
    if (changed.affected === 0) await this.loader.find(id);
    await this.jobs.wake('integration', id);
  }

  /** Deletes an integration's TikTok data in the background, and keeps the connection. @throws NotFoundError */
  async deleteData(id: string, userId: string): Promise<void> {
    const integration = await this.loader.find(id);
    await this.orgContext.transaction(async (em) => {
      await audit(em, integration, 'data_deletion_requested', userId);
      const request = { deleteData: true, dueAt: this.clock.now() };
      await em.getRepository(Integration).update({ id: integration.id }, request);
    });
    await this.jobs.wake('integration', id);
  }
}
