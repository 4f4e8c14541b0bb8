import type { FastifyRequest } from 'fastify';
import { InvalidInputError, validationPipe } from '../../common/index.js';
import { multipartFile } from '../../content/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { CreativeFormQuery } from './dto/new-creative.dto.js';

const FORM = validationPipe();

/** The file of a form, with the account and the name that come before it. */
export class FormSource {
  account: AdAccountRef | undefined;
  name: string | undefined;
  private readonly fields = new Map<string, string>();

  constructor(
    private readonly request: FastifyRequest,
    private readonly query: CreativeFormQuery,
    private readonly find: (accountId: string) => Promise<AdAccountRef>,
  ) {}

  /** Finds the account before the first byte is stored. */
  async *bytes(): AsyncGenerator<Buffer> {
    for await (const part of multipartFile(this.request, this.fields)) {
      await this.prepare();
      yield part;
    }
  }

  private async prepare(): Promise<void> {
    if (this.account) return;
    const fields = { ...this.query, ...Object.fromEntries(this.fields) };
    const given = { accountId: fields.accountId, name: fields.name };
    const metatype = CreativeFormQuery;
    const { accountId, name } = (await FORM.transform(given, {
      type: 'body',
      metatype,
    })) as CreativeFormQuery;
    if (accountId === undefined) throw accountMissing();
    this.account = await this.find(accountId);
    this.name = name;
  }
}

function accountMissing(): InvalidInputError {
  const message = 'is missing; send it in the query, or as a field before the file';
  return new InvalidInputError('The form names no ad account.', [{ field: 'accountId', message }]);
}
