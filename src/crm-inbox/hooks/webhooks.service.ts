import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, isId, newId, NotFoundError, type Page } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, OrgLists, type ListOf } from '../../database/index.js';
import { TokenCipher } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import {
  toHookDeliveryView,
  type HookDeliveriesQuery,
  type HookDeliveryView,
} from './dto/hook-delivery.view.js';
import {
  toWebhookView,
  type CreateWebhookDto,
  type CrmWebhookView,
  type NewCrmWebhookView,
  type UpdateWebhookDto,
} from './dto/webhook.dto.js';
import { checkHookUrl } from './hook-url.js';
import { CrmWebhookDelivery } from './webhook-delivery.entity.js';
import { CrmWebhook } from './webhook.entity.js';

const MAX_WEBHOOKS = 10;
const SECRET_BYTES = 32;

const NEWEST_FIRST: ListOf<CrmWebhookDelivery> = {
  entity: CrmWebhookDelivery,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** The addresses that follow an organisation's inbox. */
@Injectable()
export class CrmWebhooksService {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly lists: OrgLists,
    private readonly cipher: TokenCipher,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @returns the webhook with its secret, which is not shown again. @throws UnfitInputError, ConflictError */
  async create({ url, events }: CreateWebhookDto, userId: string): Promise<NewCrmWebhookView> {
    checkHookUrl(url, this.config.allowPrivateAddresses);
    const id = newId();
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const row = await this.orgContext.transaction(async (em) => {
      const repository = em.getRepository(CrmWebhook);
      if ((await repository.count()) >= MAX_WEBHOOKS)
        throw new ConflictError(
          'too_many_webhooks',
          `An organisation has at most ${MAX_WEBHOOKS} webhooks. Delete one first.`,
        );
      await repository.insert({
        id,
        organisationId: this.orgContext.organisationId,
        url,
        secret: this.cipher.encrypt(secret, { recordId: id, field: 'secret' }),
        events,
        enabled: true,
        createdBy: userId,
      });
      return await repository.findOneByOrFail({ id });
    });
    return { ...toWebhookView(row), secret };
  }

  /** All of them, oldest first. */
  async list(): Promise<CrmWebhookView[]> {
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(CrmWebhook).find({ order: { id: 'ASC' } }),
    );
    return rows.map(toWebhookView);
  }

  /** @throws NotFoundError, UnfitInputError */
  async update(webhookId: string, { url, events, enabled }: UpdateWebhookDto): Promise<CrmWebhookView> {
    if (url !== undefined) checkHookUrl(url, this.config.allowPrivateAddresses);
    const { id } = await this.find(webhookId);
    const change = {
      ...(url !== undefined && { url }),
      ...(events !== undefined && { events }),
      ...(enabled !== undefined && { enabled, disabledReason: null }),
    };
    if (Object.keys(change).length > 0)
      await this.orgContext.transaction((em) => em.getRepository(CrmWebhook).update({ id }, change));
    return toWebhookView(await this.find(id));
  }

  /** Deletes it with its deliveries. @throws NotFoundError */
  async delete(webhookId: string): Promise<void> {
    const { id } = await this.find(webhookId);
    await this.orgContext.transaction((em) => em.getRepository(CrmWebhook).delete({ id }));
  }

  /** Newest first. @throws NotFoundError */
  async deliveries(webhookId: string, query: HookDeliveriesQuery): Promise<Page<HookDeliveryView>> {
    const { id } = await this.find(webhookId);
    return await this.lists.page(NEWEST_FIRST, query, toHookDeliveryView, [
      ['webhook_id = ?', id],
      ...(query.status === undefined ? [] : [['status = ?', query.status] as const]),
    ]);
  }

  /** Sends an event again, now. A pending one is not delayed further. @throws NotFoundError; ConflictError if another one waits */
  async retry(webhookId: string, deliveryId: string): Promise<HookDeliveryView> {
    const { id: webhook } = await this.find(webhookId);
    const which = { id: isId(deliveryId) ? deliveryId : newId(), webhookId: webhook };
    const row = await this.orgContext.transaction(async (em) => {
      const repository = em.getRepository(CrmWebhookDelivery);
      const found = await repository.findOneBy(which);
      if (!found) throw new NotFoundError('unknown_delivery', 'This webhook has no such delivery.');
      const { type, conversationId, messageId } = found;
      const waiting = { webhookId: webhook, type, conversationId, status: 'pending' as const };
      const others = found.status === 'pending' ? [] : await repository.findBy(waiting);
      if (others.some((one) => one.messageId === messageId))
        throw new ConflictError(
          'delivery_waiting',
          'A newer delivery of the same event is waiting. Nothing to retry.',
        );
      await repository.update(which, {
        status: 'pending',
        settledAt: null,
        failReason: null,
        attempts: 0,
        dueAt: this.clock.now(),
      });
      return await repository.findOneByOrFail(which);
    });
    await this.jobs.wake('crm-webhook', row.id);
    return toHookDeliveryView(row);
  }

  private async find(id: string): Promise<CrmWebhook> {
    const row =
      isId(id) && (await this.orgContext.transaction((em) => em.getRepository(CrmWebhook).findOneBy({ id })));
    if (!row) throw new NotFoundError('unknown_webhook', 'There is no such webhook in this organisation.');
    return row;
  }
}
