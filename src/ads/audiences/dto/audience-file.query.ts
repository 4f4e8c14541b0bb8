import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsFlag } from '../../../common/index.js';

const DELIMITERS = ['comma', 'semicolon', 'tab'] as const;

/** How to read the file. What is left out is recognised. Columns are names from the first line, or numbers from 1. */
export class AudienceFileQuery {
  /** Answers the quality report, and sends nothing. */
  @IsFlag()
  dryRun?: boolean;

  /** The column of email addresses. If you name one column, only those you name are read. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  email?: string;

  /** The column of phone numbers. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  phone?: string;

  /** The column of iOS device ids. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  idfa?: string;

  /** The column of Android device ids. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  gaid?: string;

  /** The column of device ids of either system. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  maid?: string;

  /** The column of ISO 3166 codes for the phone numbers of each row. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  country?: string;

  /** ISO 3166 code for phone numbers without a country, such as DE. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'defaultCountry must be an ISO 3166 code in capitals, such as DE' })
  defaultCountry?: string;

  /** Whether the first line names the columns. */
  @IsFlag()
  header?: boolean;

  /** What separates the columns. By default, the service finds out. */
  @IsOptional()
  @IsIn(DELIMITERS)
  delimiter?: (typeof DELIMITERS)[number];

  /** The format of the file. By default, it follows from the content type and the first line. */
  @IsOptional()
  @IsIn(['csv', 'ndjson'])
  format?: 'csv' | 'ndjson';
}
