import { STATUS_CODES } from 'node:http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const SCALAR = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };

class FieldProblem {
  @ApiProperty({ example: 'privacyLevel' })
  field: string;

  @ApiProperty({ example: 'must be one of PUBLIC_TO_EVERYONE, SELF_ONLY' })
  message: string;

  @ApiPropertyOptional({ description: 'position of the file that it is about, from 0' })
  file?: number;

  @ApiPropertyOptional({ example: 'frame_rate_out_of_range', description: 'which rule it breaks; stable' })
  rule?: string;

  @ApiPropertyOptional({ ...SCALAR, example: 15, description: 'what was found' })
  value?: string | number | boolean;

  @ApiPropertyOptional({ ...SCALAR, example: '23 to 60', description: 'what the rule allows' })
  limit?: string | number;
}

/** The body of every error answer: RFC 9457 with our `code` and `requestId`. */
export class Problem {
  @ApiProperty({ example: 'about:blank' })
  type: string;

  @ApiProperty({ example: 'Conflict' })
  title: string;

  @ApiProperty({ example: 409 })
  status: number;

  @ApiProperty({ example: 'upload_missing', description: 'stable and machine readable' })
  code: string;

  @ApiProperty({ description: 'a sentence for a person' })
  detail: string;

  @ApiProperty({ description: 'quote it when you report the problem; it is in our log' })
  requestId: string;

  @ApiPropertyOptional({ type: [FieldProblem], description: 'For invalid input: one entry per broken rule.' })
  errors?: FieldProblem[];

  @ApiPropertyOptional({ description: 'seconds; also the Retry-After header' })
  retryAfterSeconds?: number;
}

export function toProblem(
  error: { status: number; code: string; message: string },
  requestId: string,
  extra: Partial<Problem> = {},
): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...extra,
  };
}
