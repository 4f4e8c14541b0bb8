import { describe, expect, it } from '@jest/globals';
import { keptHeaders } from './kept-headers.js';

describe('keptHeaders', () => {
  it('keeps the log id, the version of the schema, the sender and the type, and nothing else', () => {
    const kept = {
      'x-tt-logid': '20260828035612A3942F2F64B39F7F0B89',
      'webhook-schema-version': '1.0',
      'user-agent': 'Go-http-client/1.1',
      'content-type': 'application/json',
    };
    expect(keptHeaders({ ...kept, 'tiktok-signature': 't=1,s=00', cookie: 'a=b' })).toEqual(kept);
  });

  it('is null for a delivery without any of them', () => {
    expect(keptHeaders({ host: 'x', 'user-agent': '' })).toBeNull();
  });

  it('cuts a long value to 200 characters', () => {
    expect(keptHeaders({ 'user-agent': 'x'.repeat(10_000) })).toEqual({ 'user-agent': 'x'.repeat(200) });
  });

  it('joins a repeated header, and replaces what is not printable ASCII', () => {
    expect(keptHeaders({ 'x-tt-logid': ['a\u0000b', 'c\u00ff'] as never })).toEqual({
      'x-tt-logid': 'a\ufffdb,c\ufffd',
    });
  });
});
