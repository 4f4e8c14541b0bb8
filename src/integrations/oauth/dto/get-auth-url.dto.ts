import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { BUSINESS_SCOPE_ALIAS, LOGIN_SCOPES } from '../../integration/scopes.js';

export const MAX_SCOPES = 50;

export class GetAuthUrlDto {
  @ApiProperty({ type: [String], example: [...LOGIN_SCOPES, BUSINESS_SCOPE_ALIAS] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_SCOPES)
  @IsString({ each: true })
  scopes: string[];

  @ApiProperty({
    example: 'https://admin.example/integrations',
    description: 'where the browser ends; its origin must be on RETURN_URL_ORIGINS',
  })
  @IsString()
  @MaxLength(2000)
  returnUrl: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'which integration is connected again' })
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  @ApiPropertyOptional({
    default: false,
    description: 'take another TikTok account than that integration has',
  })
  @IsOptional()
  @IsBoolean()
  allowDifferentAccount?: boolean;
}

export class GetAdsAuthUrlDto {
  @ApiProperty({ example: 'https://admin.example/integrations' })
  @IsString()
  @MaxLength(2000)
  returnUrl: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'which integration; needed when several are connected',
  })
  @IsOptional()
  @IsUUID()
  integrationId?: string;
}

export class AuthUrlAnswer {
  @ApiProperty({ description: 'send the browser there' })
  authUrl: string;
}
