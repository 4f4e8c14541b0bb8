import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../auth/index.js';
import { HttpOptions, isId } from '../../../common/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import { pageText, toHtml, type ConnectedAccount } from './return-page.js';

const ACCOUNT = `SELECT username, display_name AS "displayName", status FROM integrations WHERE id = $1`;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Shows the outcome of a consent to developers who have no admin UI yet. Only development has this page. */
@ApiExcludeController()
@Controller('connect/done')
export class ReturnPageController {
  constructor(private readonly system: SystemContext) {}

  @Get()
  @HttpOptions({ anyQuery: true })
  @Public()
  async show(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
    const outcome = { status: text('status'), code: text('code'), warning: text('warning') };
    const page = pageText(outcome, await this.accountOf(text('integrationId') ?? ''));
    await reply.headers(HEADERS).type('text/html; charset=utf-8').send(toHtml(page));
  }

  private async accountOf(id: string): Promise<ConnectedAccount | undefined> {
    if (!isId(id)) return undefined;
    const [account] = await this.system.transaction('show the account on the return page', (em) =>
      queryRows<ConnectedAccount>(em, ACCOUNT, [id]),
    );
    return account;
  }
}
