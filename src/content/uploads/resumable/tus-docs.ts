import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

type Headers = NonNullable<Parameters<typeof ApiResponse>[0]['headers']>;

const bytes = (description: string) => ({ description, schema: { type: 'integer' as const, minimum: 0 } });
const OFFSET = bytes('The number of bytes received.');
const EXPIRES = {
  description: 'When the link expires, as an HTTP date.',
  schema: { type: 'string' as const },
};

/** Documents the header that tus 1.0 requires on every request. */
export const ApiTus = () =>
  ApiHeader({
    name: 'Tus-Resumable',
    required: true,
    description: 'The protocol version.',
    schema: { type: 'string', enum: ['1.0.0'] },
  });

export const ApiTusCreate = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Create a resumable upload (tus)',
      description: 'The header Location of the answer is this link.',
    }),
    ApiHeader({ name: 'Upload-Length', required: true, ...bytes('Size of the file in bytes.') }),
    answered(201, 'The upload is created.', {
      Location: { description: 'This link.', schema: { type: 'string', format: 'uri' } },
      'Upload-Expires': EXPIRES,
    }),
  );

export const ApiTusHead = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Get the offset of a resumable upload (tus)',
      description: 'Also works after the upload has completed.',
    }),
    answered(200, 'The upload is in progress or complete.', {
      'Upload-Offset': OFFSET,
      'Upload-Length': bytes('The size of the file in bytes.'),
    }),
  );

export const ApiTusPatch = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Append bytes to a resumable upload (tus)',
      description: 'The body starts at Upload-Offset. The last byte completes the file.',
    }),
    ApiHeader({ name: 'Upload-Offset', required: true, ...bytes('Where in the file the body starts.') }),
    ApiConsumes('application/offset+octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    answered(204, 'The bytes are stored.', { 'Upload-Offset': OFFSET, 'Upload-Expires': EXPIRES }),
  );

export const ApiTusDelete = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Delete a resumable upload (tus)',
      description: 'You can create another upload at the same link.',
    }),
    answered(204, 'The bytes are deleted.', {}),
  );

function answered(status: number, description: string, headers: Headers): MethodDecorator {
  return ApiResponse({ status, description: `${description} No body.`, headers });
}
