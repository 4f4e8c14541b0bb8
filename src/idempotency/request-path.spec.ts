import { describe, expect, it } from '@jest/globals';
import { requestPath, requestQuery } from './request-path.js';

const request = (url: string, template = '/api/sync/trigger', params: Record<string, string> = {}) => ({
  url,
  params,
  routeOptions: { url: template },
});

describe('requestPath', () => {
  it.each(['/api/sync/trigger', '/api/sync/trigger/', '/api/%73ync/trigger', '/api/sync/trigger?a=/b'])(
    'is the same for %s',
    (url) => expect(requestPath(request(url))).toBe('/api/sync/trigger'),
  );

  it('contains the values of its parameters', () => {
    const disconnect = request('/api/integrations/7/disconnect', '/api/integrations/:id/disconnect', {
      id: '7',
    });
    expect(requestPath(disconnect)).toBe('/api/integrations/7/disconnect');
  });
});

describe('requestQuery', () => {
  it.each([
    ['/a', ''],
    ['/a?', '?'],
    ['/a?b=?c', '?b=?c'],
  ])('of %s is "%s"', (url, query) => expect(requestQuery(request(url))).toBe(query));
});
