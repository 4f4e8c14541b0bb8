import { Injectable, type PipeTransform } from '@nestjs/common';
import { UnfitInputError, type FieldError } from '../common/index.js';
import type { TriggerSyncDto } from './dto/trigger-sync.dto.js';
import { SYNC_KINDS } from './runs/sync-kinds.js';

const CHOICES = { platform: ['tiktok'], syncType: ['all', ...SYNC_KINDS] } as const;

/** Accepts the platforms and kinds that this version knows. @throws UnfitInputError with the allowed values */
@Injectable()
export class KnownChoicesPipe implements PipeTransform<TriggerSyncDto, TriggerSyncDto> {
  transform(body: TriggerSyncDto): TriggerSyncDto {
    const unknown = Object.entries(CHOICES).flatMap(([field, allowed]) => errorsOf(field, body, allowed));
    if (unknown.length > 0) throw new UnfitInputError('invalid_input', unknown);
    return body;
  }
}

function errorsOf(field: string, body: object, allowed: readonly string[]): FieldError[] {
  const value = (body as Record<string, unknown>)[field];
  if (typeof value === 'string' && allowed.includes(value)) return [];
  return [{ field, message: `must be one of the following values: ${allowed.join(', ')}` }];
}
