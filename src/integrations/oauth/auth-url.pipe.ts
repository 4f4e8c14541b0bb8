import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { InvalidInputError, validationPipe, type FieldError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { scopeErrors } from '../integration/scopes.js';
import { GetAdsAuthUrlDto, GetAuthUrlDto, MAX_SCOPES } from './dto/get-auth-url.dto.js';
import { returnUrlErrors } from './return-url.js';

const SHAPE = validationPipe();

/** Validates a whole body, its shape and its values, so that one response names every invalid field. */
@Injectable()
export class AuthUrlPipe implements PipeTransform<unknown, Promise<GetAuthUrlDto>> {
  protected readonly dto: Type<unknown> = GetAuthUrlDto;

  constructor(private readonly config: AppConfig) {}

  async transform(body: unknown): Promise<GetAuthUrlDto> {
    const { valid, fields } = await this.checkShape(body);
    const { scopes, returnUrl } = Object(body) as Record<string, unknown>;
    const scopeProblems = scopeErrors(textsOf(scopes));
    const urlProblems =
      typeof returnUrl === 'string' && !fields.some(({ field }) => field === 'returnUrl')
        ? returnUrlErrors(returnUrl, this.config.returnUrlOrigins)
        : [];
    const all = [...fields, ...scopeProblems, ...urlProblems];
    if (all.length === 0) return valid;
    throw new InvalidInputError(
      all.map(({ field, message }) => `${field}: ${message}`).join('; '),
      all,
      all.length === scopeProblems.length
        ? 'unknown_scope'
        : all.length === urlProblems.length
          ? 'return_url_refused'
          : undefined,
    );
  }

  private async checkShape(body: unknown): Promise<{ valid: GetAuthUrlDto; fields: FieldError[] }> {
    try {
      const valid = (await SHAPE.transform(body, { type: 'body', metatype: this.dto })) as GetAuthUrlDto;
      return { valid, fields: [] };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return { valid: new GetAuthUrlDto(), fields: error.fields };
    }
  }
}

/** Validates the body for ad accounts, which has no scopes. */
@Injectable()
export class AdsAuthUrlPipe extends AuthUrlPipe {
  protected override readonly dto: Type<unknown> = GetAdsAuthUrlDto;
}

/** Returns the texts of a list, each at its own index. */
function textsOf(list: unknown): (string | undefined)[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, MAX_SCOPES).map((item: unknown) => (typeof item === 'string' ? item : undefined));
}
