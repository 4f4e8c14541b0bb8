import { Body, Controller, Get, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OnlyReads } from '../../auth/index.js';
import { MetricsQuery } from './dto/metrics.query.js';
import { MetricsPage } from './dto/metrics.view.js';
import { MetricsService } from './metrics.service.js';

const CSV = 'text/csv';
const WARNINGS = 'report-warnings';
const ApiMetrics = () =>
  ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(MetricsPage) } },
      [CSV]: { schema: { type: 'string' } },
    },
    headers: {
      [WARNINGS]: {
        description: 'With CSV: the codes of the warnings that the first page has in JSON.',
        schema: { type: 'string' },
      },
    },
  });

@ApiTags('Ads')
@ApiExtraModels(MetricsPage)
@Controller('api')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get('ads/metrics')
  @ApiOperation({
    summary: 'Get figures of ads',
    description:
      'Figures of an account, its campaigns, ad groups or ads, deleted ones included. With `Accept: text/csv`, all rows ' +
      'are streamed as CSV.',
  })
  @ApiMetrics()
  getAdMetrics(
    @Query() query: MetricsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MetricsPage | StreamableFile> {
    return this.answer(query, reply);
  }

  @Post('upstream/call/tiktok-provider/get-ad-metrics')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get figures of ads (alias)',
    description: 'Alias of `GET /api/ads/metrics`, with the query in the body.',
  })
  @ApiMetrics()
  getAdMetricsViaProvider(
    @Body() query: MetricsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MetricsPage | StreamableFile> {
    return this.answer(query, reply);
  }

  private async answer(query: MetricsQuery, reply: FastifyReply): Promise<MetricsPage | StreamableFile> {
    void reply.header('vary', 'accept');
    if (!prefersCsv(reply.request.headers.accept)) return await this.metrics.page(query);
    const { stream, first } = await this.metrics.csv(query);
    // A table has no place for warnings.
    const warnings = first?.warnings.map(({ code }) => code) ?? [];
    if (warnings.length > 0) void reply.header(WARNINGS, warnings.join(', '));
    return new StreamableFile(stream, {
      type: `${CSV}; charset=utf-8; header=present`,
      disposition: 'attachment; filename="ad-metrics.csv"',
    });
  }
}

/** True if the caller names CSV before JSON, or instead of it. */
function prefersCsv(accept = ''): boolean {
  const types = accept.toLowerCase().split(',');
  const first = types.find((type) => type.includes(CSV) || type.includes('json'));
  return first?.includes(CSV) ?? false;
}
