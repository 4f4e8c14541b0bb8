import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BUSINESS_ENDPOINTS } from './business.endpoints.js';

const DOCS = readFileSync(new URL('../../docs/business-api.md', import.meta.url), 'utf8');

describe('the list of Business endpoints', () => {
  it('is the one of the documentation', () => {
    const documented = [...DOCS.matchAll(/`((?:GET|POST) \/[a-z_0-9/]+\/)`/g)].map((match) => match[1]);
    const served = BUSINESS_ENDPOINTS.map(({ method, path }) => `${method} ${path}`);
    expect(documented.toSorted()).toEqual(served.toSorted());
  });

  it('ends every path in a slash', () => {
    expect(BUSINESS_ENDPOINTS.filter(({ path }) => !path.endsWith('/'))).toEqual([]);
  });
});
