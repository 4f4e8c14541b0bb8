import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, MaxLength } from 'class-validator';
import { BUSINESS_SCOPE_ALIAS, LOGIN_SCOPES } from '../connect/scopes.js';

export class GetAuthUrlDto {
  @ApiProperty({ type: [String], example: [...LOGIN_SCOPES, BUSINESS_SCOPE_ALIAS] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  scopes: string[];

  @ApiProperty({
    example: 'https://admin.example/integrations',
    description: 'where the browser ends; its origin must be on RETURN_URL_ORIGINS',
  })
  @IsString()
  @MaxLength(2000)
  returnUrl: string;
}

export class AuthUrlAnswer {
  @ApiProperty({ description: 'send the browser there' })
  authUrl: string;
}
