import { ROLES, type Role } from './roles.js';

/** What the UI reads of a token. The service verifies it; the UI only decides by it what to show. */
export interface Claims {
  organisationIds: string[];
  userId: string;
  role: Role;
  /** The end of the token, in milliseconds. */
  expiresAt: number;
}

/** Reads the claims of a JWT. @returns undefined if the text is not one for this service */
export function claimsOf(token: string): Claims | undefined {
  const [, payload = ''] = token.split('.');
  try {
    const claims = JSON.parse(decoded(payload)) as Record<string, unknown>;
    const { orgs, role = 'viewer', sub = '', exp } = claims;
    if (!Array.isArray(orgs) || orgs.length === 0 || typeof exp !== 'number') return undefined;
    return {
      organisationIds: orgs.map(String),
      userId: String(sub),
      role: ROLES.find((one) => one === role) ?? 'viewer',
      expiresAt: exp * 1000,
    };
  } catch {
    return undefined;
  }
}

function decoded(base64url: string): string {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
