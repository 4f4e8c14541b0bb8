import { STATUS_CODES } from 'node:http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class FieldProblem {
  @ApiProperty({ example: 'privacyLevel' })
  field: string;

  @ApiProperty({ example: 'must be one of PUBLIC_TO_EVERYONE, SELF_ONLY' })
  complaint: string;
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

  @ApiPropertyOptional({ type: [FieldProblem], description: 'for bad input: each complaint' })
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
