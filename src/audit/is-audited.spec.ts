import { describe, expect, it } from '@jest/globals';
import { isAudited } from './is-audited.js';

const change = { method: 'POST', role: 'admin', onlyReads: false, audited: undefined } as const;

describe('isAudited', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('records a %s by an admin', (method) =>
    expect(isAudited({ ...change, method })).toBe(true),
  );

  it('records changes by an operator', () => expect(isAudited({ ...change, role: 'operator' })).toBe(true));

  it.each(['viewer', 'editor'] as const)('does not record an ordinary change by role %s', (role) =>
    expect(isAudited({ ...change, role })).toBe(false),
  );

  it('records a marked route for editors', () =>
    expect(isAudited({ ...change, role: 'editor', audited: true })).toBe(true));

  it('does not record a route that only marks as seen', () =>
    expect(isAudited({ ...change, audited: false })).toBe(false));

  it.each(['GET', 'HEAD', 'OPTIONS'])('does not record a %s', (method) =>
    expect(isAudited({ ...change, method })).toBe(false),
  );

  it('does not record a POST that only reads', () =>
    expect(isAudited({ ...change, onlyReads: true })).toBe(false));
});
