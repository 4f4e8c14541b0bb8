import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class GetCreatorInfoDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'which account; needed when several are connected' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}
