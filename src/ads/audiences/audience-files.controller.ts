import { applyDecorators, Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NeedsRole, UserId } from '../../auth/index.js';
import { HttpOptions } from '../../common/index.js';
import { AudiencesService } from './audiences.service.js';
import { AudienceFileQuery } from './dto/audience-file.query.js';
import { AudienceFileAnswer } from './dto/audience.view.js';

const HOW =
  'Send CSV or NDJSON as the body, or as the multipart field "file". Identifiers are hashed while they arrive; only the ' +
  'hashes are stored and sent.';

/** A route that takes a file of identifiers as a stream. */
const TakesFile = (summary: string) =>
  applyDecorators(
    HttpOptions({ body: 'stream' }),
    HttpCode(202),
    NeedsRole('editor'),
    ApiOperation({ summary, description: HOW }),
    ApiConsumes('text/csv', 'application/x-ndjson'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiAcceptedResponse({ type: AudienceFileAnswer }),
  );

@ApiTags('Ads')
@Controller('api/ads/audiences/:audienceId')
export class AudienceFilesController {
  constructor(private readonly audiences: AudiencesService) {}

  @Post('append')
  @TakesFile('Append customers to an audience')
  append(
    @Param('audienceId') audienceId: string,
    @Query() query: AudienceFileQuery,
    @Req() request: FastifyRequest,
    @UserId() userId: string,
  ): Promise<AudienceFileAnswer> {
    return this.audiences.receive(audienceId, 'append', query, request, userId);
  }

  @Post('replace')
  @TakesFile('Replace the customers of an audience')
  replace(
    @Param('audienceId') audienceId: string,
    @Query() query: AudienceFileQuery,
    @Req() request: FastifyRequest,
    @UserId() userId: string,
  ): Promise<AudienceFileAnswer> {
    return this.audiences.receive(audienceId, 'replace', query, request, userId);
  }

  @Post('remove')
  @TakesFile('Remove customers from an audience')
  remove(
    @Param('audienceId') audienceId: string,
    @Query() query: AudienceFileQuery,
    @Req() request: FastifyRequest,
    @UserId() userId: string,
  ): Promise<AudienceFileAnswer> {
    return this.audiences.receive(audienceId, 'remove', query, request, userId);
  }
}
