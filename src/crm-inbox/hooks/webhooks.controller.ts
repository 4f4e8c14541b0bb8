import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCallbacks,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiExamples, ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { HookDeliveriesQuery, HookDeliveryView } from './dto/hook-delivery.view.js';
import { ConversationEvent, MessageEvent } from './dto/inbox-event.view.js';
import { CreateWebhookDto, CrmWebhookView, NewCrmWebhookView, UpdateWebhookDto } from './dto/webhook.dto.js';
import type { CrmEvent } from './webhook.entity.js';
import { CrmWebhooksService } from './webhooks.service.js';
import { NEW_WEBHOOK, WEBHOOKS } from './dto/webhooks.examples.js';

/** Documents an event that the registered address receives. */
function callback(name: CrmEvent, type: typeof ConversationEvent | typeof MessageEvent) {
  const expectedResponse = { status: 204, description: 'Any 2xx accepts the event.' };
  return {
    name,
    callbackUrl: '{$request.body#/url}',
    method: 'post',
    requestBody: { type },
    expectedResponse,
  };
}

@ApiTags('CRM webhooks')
@ApiExtraModels(ConversationEvent, MessageEvent)
@Controller('api/crm/webhooks')
export class CrmWebhooksController {
  constructor(private readonly webhooks: CrmWebhooksService) {}

  // Without an idempotency key: its stored answer would contain the secret.
  @Post()
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Send inbox events to an address',
    description:
      'Events are signed by the Standard Webhooks scheme. The secret is in this answer only. An answer other than 2xx is retried ' +
      'for about a day; 410 disables the webhook.',
  })
  @ApiCallbacks(
    callback('conversation.created', ConversationEvent),
    callback('conversation.updated', ConversationEvent),
    callback('message.created', MessageEvent),
  )
  @ApiCreatedResponse({ type: NewCrmWebhookView })
  @ApiExamples({ newWebhook: NEW_WEBHOOK })
  createCrmWebhook(@Body() body: CreateWebhookDto, @UserId() userId: string): Promise<NewCrmWebhookView> {
    return this.webhooks.create(body, userId);
  }

  @Get()
  @NeedsRole('admin')
  @ApiOperation({ summary: 'List the webhooks of the inbox', description: 'The oldest one comes first.' })
  @ApiOkResponse({ type: [CrmWebhookView] })
  @ApiExamples({ webhooks: WEBHOOKS })
  listCrmWebhooks(): Promise<CrmWebhookView[]> {
    return this.webhooks.list();
  }

  @Patch(':webhookId')
  @Idempotent()
  @NeedsRole('admin')
  @ApiOperation({ summary: 'Change a webhook of the inbox' })
  @ApiOkResponse({ type: CrmWebhookView })
  updateCrmWebhook(
    @Param('webhookId') webhookId: string,
    @Body() body: UpdateWebhookDto,
  ): Promise<CrmWebhookView> {
    return this.webhooks.update(webhookId, body);
  }

  @Delete(':webhookId')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a webhook of the inbox with its deliveries' })
  @ApiNoContentResponse({ description: 'It is deleted. No body.' })
  deleteCrmWebhook(@Param('webhookId') webhookId: string): Promise<void> {
    return this.webhooks.delete(webhookId);
  }

  @Get(':webhookId/deliveries')
  @NeedsRole('admin')
  @ApiOperation({ summary: 'List the deliveries of a webhook', description: 'The newest one comes first.' })
  @ApiPage(HookDeliveryView)
  listCrmWebhookDeliveries(
    @Param('webhookId') webhookId: string,
    @Query() query: HookDeliveriesQuery,
  ): Promise<Page<HookDeliveryView>> {
    return this.webhooks.deliveries(webhookId, query);
  }

  @Post(':webhookId/deliveries/:deliveryId/retry')
  @Idempotent()
  @NeedsRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send an event again',
    description: 'With the current content of its subject, and the same id.',
  })
  @ApiOkResponse({ type: HookDeliveryView })
  retryCrmWebhookDelivery(
    @Param('webhookId') webhookId: string,
    @Param('deliveryId') deliveryId: string,
  ): Promise<HookDeliveryView> {
    return this.webhooks.retry(webhookId, deliveryId);
  }
}
