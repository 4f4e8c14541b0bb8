import { ApiProperty } from '@nestjs/swagger';
import type { AdAccount } from '../ad-account.entity.js';

export class AdAccountView {
  @ApiProperty({ example: '7400000000000000002', description: 'text: 19 digits do not fit a number' })
  advertiserId: string;

  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'USD' })
  currency: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'America/New_York' })
  timeZone: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'STATUS_ENABLE' })
  status: string | null;

  @ApiProperty({ description: 'false: granted once, and not any more' })
  accessible: boolean;

  @ApiProperty({ format: 'date-time' })
  refreshedAt: string;
}

export function toAdAccountView(row: AdAccount): AdAccountView {
  const { advertiserId, integrationId, name, currency, timeZone, status, accessible } = row;
  const refreshedAt = row.refreshedAt.toISOString();
  return { advertiserId, integrationId, name, currency, timeZone, status, accessible, refreshedAt };
}
