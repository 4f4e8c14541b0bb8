import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import {
  HOOK_DELIVERY_STATUSES,
  type CrmWebhookDelivery,
  type HookDeliveryStatus,
} from '../webhook-delivery.entity.js';
import type { CrmEvent } from '../webhook.entity.js';

export class HookDeliveriesQuery extends PageQuery {
  /** Only deliveries with this status. */
  @IsOptional()
  @IsIn(HOOK_DELIVERY_STATUSES)
  status?: HookDeliveryStatus;
}

export class HookDeliveryView {
  /**
   * Also the header `webhook-id`; after further changes of the same conversation, a number follows it there.
   * @format uuid
   */
  id: string;

  type: CrmEvent;

  /** @format uuid */
  conversationId: string;

  /**
   * Null for events about a conversation.
   * @format uuid
   */
  messageId: string | null;

  /**
   * `pending`: it is sent, or repeated after a failure. `stopped`: the receiver wants no more, or the subject is gone.
   * `given_up`: all attempts of about a day failed.
   */
  status: HookDeliveryStatus;

  /** Attempts so far of a pending delivery. */
  attempts: number;

  /** The HTTP status of the last answer. Null for none. */
  responseStatus: number | null;

  /** Why the last attempt failed, or why no other one follows. */
  failReason: string | null;

  createdAt: Date;

  settledAt: Date | null;

  /** When the next attempt is due. */
  dueAt: Date | null;
}

export function toHookDeliveryView(row: CrmWebhookDelivery): HookDeliveryView {
  const { id, type, conversationId, messageId, status, attempts, responseStatus } = row;
  const { failReason, lastError, createdAt, settledAt, dueAt } = row;
  return {
    id,
    type,
    conversationId,
    messageId,
    status,
    attempts,
    responseStatus,
    failReason: failReason ?? lastError,
    createdAt,
    settledAt,
    dueAt,
  };
}
