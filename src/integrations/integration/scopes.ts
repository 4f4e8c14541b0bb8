import { InvalidInputError, type FieldError } from '../../common/index.js';

/** The scopes of TikTok for Developers that this service uses. */
export const LOGIN_SCOPES = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.upload',
  'video.publish',
] as const;

/**
 * Stands for the comment and insight scopes of the Business API (TIKTOK_BUSINESS_ACCOUNT_SCOPES), which need a consent
 * of their own. TikTok has no such scope: it is recorded, and never sent.
 */
export const BUSINESS_SCOPE_ALIAS = 'business.creator.insights';

const ALWAYS: string = 'user.info.basic'; // TikTok grants it with every login; it carries the account's name

/**
 * The scopes for the consent page. TikTok rejects the whole request for one unknown scope.
 * @throws InvalidInputError naming each unknown scope
 */
export function loginScopes(requested: readonly string[]): string[] {
  const fields = scopeErrors(requested);
  if (fields.length > 0) throw new InvalidInputError('A scope is unknown.', fields, 'unknown_scope');
  return [...new Set([ALWAYS, ...requested.filter((scope) => KNOWN.includes(scope))])];
}

/** Names each unknown scope by its index. */
export function scopeErrors(requested: readonly (string | undefined)[]): FieldError[] {
  return requested.flatMap((scope, index) =>
    scope === undefined || KNOWN.includes(scope) || scope === BUSINESS_SCOPE_ALIAS
      ? []
      : [
          {
            field: `scopes.${index}`,
            message: `"${scope.slice(0, 100)}" is unknown. Use ${KNOWN.join(', ')} or ${BUSINESS_SCOPE_ALIAS}`,
          },
        ],
  );
}

const KNOWN: readonly string[] = LOGIN_SCOPES;
