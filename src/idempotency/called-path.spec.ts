import { describe, expect, it } from '@jest/globals';
import { calledPath, calledQuery } from './called-path.js';

const call = (url: string, template = '/api/sync/trigger', params: Record<string, string> = {}) => ({
  url,
  params,
  routeOptions: { url: template },
});

describe('calledPath', () => {
  it.each(['/api/sync/trigger', '/api/sync/trigger/', '/api/%73ync/trigger', '/api/sync/trigger?a=/b'])(
    'is the same for %s',
    (url) => expect(calledPath(call(url))).toBe('/api/sync/trigger'),
  );

  it('has the values of its parts', () => {
    const disconnect = call('/api/integrations/7/disconnect', '/api/integrations/:id/disconnect', {
      id: '7',
    });
    expect(calledPath(disconnect)).toBe('/api/integrations/7/disconnect');
  });
});

describe('calledQuery', () => {
  it.each([
    ['/a', ''],
    ['/a?', '?'],
    ['/a?b=?c', '?b=?c'],
  ])('of %s is "%s"', (url, query) => expect(calledQuery(call(url))).toBe(query));
});
