import jwt from 'jsonwebtoken';
import type { Variables } from '../../src/config/index.js';
import { tokenFor } from '../launch/token-for.js';

/** The browser's clock is days ahead; a development token would have ended there. */
export function longToken(variables: Variables, caller: Parameters<typeof tokenFor>[1]): string {
  const claims = jwt.decode(tokenFor(variables, caller), { json: true }) ?? {};
  delete claims.exp;
  return jwt.sign(claims, variables.JWT_SECRET ?? '', { algorithm: 'HS256', expiresIn: '30d' });
}
