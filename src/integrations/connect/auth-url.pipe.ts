import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { InvalidInputError, validationPipe, type FieldError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { GetAdsAuthUrlDto, GetAuthUrlDto, MAX_SCOPES } from '../dto/get-auth-url.dto.js';
import { returnUrlErrors } from './return-url.js';
import { scopeErrors } from './scopes.js';

const FORM = validationPipe();

/** Checks a body as a whole, its form and what the service allows, so that one answer names every field that is wrong. */
@Injectable()
export class AuthUrlPipe implements PipeTransform<unknown, Promise<GetAuthUrlDto>> {
  protected readonly dto: Type<unknown> = GetAuthUrlDto;

  constructor(private readonly config: AppConfig) {}

  async transform(body: unknown): Promise<GetAuthUrlDto> {
    const { valid, fields } = await this.checkForm(body);
    const { scopes, returnUrl } = Object(body) as Record<string, unknown>;
    const unknownScopes = scopeErrors(textsOf(scopes));
    const refusedUrl =
      typeof returnUrl === 'string' && !fields.some(({ field }) => field === 'returnUrl')
        ? returnUrlErrors(returnUrl, this.config.returnUrlOrigins)
        : [];
    const all = [...fields, ...unknownScopes, ...refusedUrl];
    if (all.length === 0) return valid;
    throw new InvalidInputError(
      all.map(({ field, message }) => `${field}: ${message}`).join('; '),
      all,
      all.length === unknownScopes.length
        ? 'unknown_scope'
        : all.length === refusedUrl.length
          ? 'return_url_refused'
          : undefined,
    );
  }

  private async checkForm(body: unknown): Promise<{ valid: GetAuthUrlDto; fields: FieldError[] }> {
    try {
      const valid = (await FORM.transform(body, { type: 'body', metatype: this.dto })) as GetAuthUrlDto;
      return { valid, fields: [] };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return { valid: new GetAuthUrlDto(), fields: error.fields };
    }
  }
}

/** The same for ad accounts, where no scopes are asked for. */
@Injectable()
export class AdsAuthUrlPipe extends AuthUrlPipe {
  protected override readonly dto: Type<unknown> = GetAdsAuthUrlDto;
}

/** The texts of a list, each at its own index. */
function textsOf(list: unknown): (string | undefined)[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, MAX_SCOPES).map((item: unknown) => (typeof item === 'string' ? item : undefined));
}
