import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsFlag, NoZeroByte } from '../../../common/index.js';
import { CRM_EVENTS, type CrmEvent, type CrmWebhook } from '../webhook.entity.js';

const MAX_URL = 2_000;

export class CreateWebhookDto {
  /**
   * The address that receives the events: https, without a login, on the public internet.
   * @example "https://crm.example/hooks/tiktok"
   */
  @IsString()
  @MaxLength(MAX_URL)
  @NoZeroByte()
  url: string;

  /** The events that it receives. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CRM_EVENTS.length)
  @ArrayUnique()
  @IsIn(CRM_EVENTS, { each: true })
  events: CrmEvent[];
}

export class UpdateWebhookDto {
  /** A new address. */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_URL)
  @NoZeroByte()
  url?: string;

  /** The events that it receives from now on. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CRM_EVENTS.length)
  @ArrayUnique()
  @IsIn(CRM_EVENTS, { each: true })
  events?: CrmEvent[];

  /** false: nothing is sent, and events of that time are not sent later. */
  @IsOptional()
  @IsFlag()
  enabled?: boolean;
}

export class CrmWebhookView {
  /** @format uuid */
  id: string;

  url: string;

  /** The events that it receives. */
  events: CrmEvent[];

  enabled: boolean;

  /** Why the service has disabled it. Null if a user did, or if it is enabled. */
  disabledReason: string | null;

  /** The id of the user who created it. */
  createdBy: string;

  createdAt: Date;
}

export class NewCrmWebhookView extends CrmWebhookView {
  /**
   * Signs the events by the Standard Webhooks scheme. It is not shown again.
   * @example "whsec_…"
   */
  secret: string;
}

export function toWebhookView(row: CrmWebhook): CrmWebhookView {
  const { id, url, events, enabled, disabledReason, createdBy, createdAt } = row;
  return { id, url, events, enabled, disabledReason, createdBy, createdAt };
}
