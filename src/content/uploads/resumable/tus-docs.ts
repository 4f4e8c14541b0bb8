import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

type Headers = NonNullable<Parameters<typeof ApiResponse>[0]['headers']>;

const bytes = (description: string) => ({ description, schema: { type: 'integer' as const, minimum: 0 } });
const OFFSET = bytes('How many bytes have arrived.');
const EXPIRES = { description: 'When the link ends, as an HTTP date.', schema: { type: 'string' as const } };

/** What tus 1.0 asks of every request. */
export const ApiTus = () =>
  ApiHeader({
    name: 'Tus-Resumable',
    required: true,
    description: 'The version of the protocol.',
    schema: { type: 'string', enum: ['1.0.0'] },
  });

export const ApiTusCreate = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Begin a resumable upload (tus)',
      description: 'The Location of the answer is this same link.',
    }),
    ApiHeader({ name: 'Upload-Length', required: true, ...bytes('Size of the file in bytes.') }),
    answered(201, 'The upload has begun.', {
      Location: { description: 'This link.', schema: { type: 'string', format: 'uri' } },
      'Upload-Expires': EXPIRES,
    }),
  );

export const ApiTusHead = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Get the offset of a resumable upload (tus)',
      description: 'It still answers after the last byte has arrived.',
    }),
    answered(200, 'The upload is under way or complete.', {
      'Upload-Offset': OFFSET,
      'Upload-Length': bytes('Size of the file in bytes.'),
    }),
  );

export const ApiTusPatch = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Send bytes of a resumable upload (tus)',
      description: 'The body begins at Upload-Offset. The last byte completes the file.',
    }),
    ApiHeader({ name: 'Upload-Offset', required: true, ...bytes('Where in the file the body begins.') }),
    ApiConsumes('application/offset+octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    answered(204, 'The bytes are stored.', { 'Upload-Offset': OFFSET, 'Upload-Expires': EXPIRES }),
  );

export const ApiTusDelete = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Give up a resumable upload (tus)',
      description: 'Another upload may begin at the same link.',
    }),
    answered(204, 'The bytes are deleted.', {}),
  );

function answered(status: number, description: string, headers: Headers): MethodDecorator {
  return ApiResponse({ status, description: `${description} No body.`, headers });
}
