import { describe, expect, it } from '@jest/globals';
import { securityHeaders } from './security-headers.js';

const OVER_HTTPS = { publicUrl: 'https://connector.example', embedOrigins: [] };
const OVER_HTTP = { publicUrl: 'http://127.0.0.1:3000', embedOrigins: [] };

describe('securityHeaders', () => {
  it('enables HSTS over https', async () => {
    const { answers, docs } = await securityHeaders(OVER_HTTPS);

    for (const headers of [answers, docs])
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('does not send HSTS over http', async () => {
    expect((await securityHeaders(OVER_HTTP)).answers).not.toHaveProperty('strict-transport-security');
  });

  it('lets answers load nothing, and the documentation page its own files only', async () => {
    const { answers, docs } = await securityHeaders(OVER_HTTPS);

    expect(answers['content-security-policy']).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(docs['content-security-policy']).toContain("script-src 'self';");
    expect(docs['content-security-policy']).toContain("default-src 'none'");
    for (const { 'content-security-policy': policy } of [answers, docs])
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
  });

  it('does not separate a pop-up from the page that opened it', async () => {
    expect((await securityHeaders(OVER_HTTPS)).answers).not.toHaveProperty('cross-origin-opener-policy');
  });

  it('lets the admin UI run its own scripts only, and be embedded by the given origins only', async () => {
    const closed = (await securityHeaders(OVER_HTTPS)).admin;
    const embedOrigins = ['https://admin.example', 'https://crm.example'];
    const open = (await securityHeaders({ ...OVER_HTTPS, embedOrigins })).admin;

    for (const { 'content-security-policy': policy } of [closed, open]) {
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('http:');
    }
    expect(closed['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(closed['x-frame-options']).toBe('DENY');
    expect(open['content-security-policy']).toContain(
      'frame-ancestors https://admin.example https://crm.example',
    );
    expect(open).not.toHaveProperty('x-frame-options');
  });

  it('lets the admin UI show the pictures of a local sandbox', async () => {
    expect((await securityHeaders(OVER_HTTP)).admin['content-security-policy']).toMatch(
      /img-src [^;]* http:[; ]/,
    );
  });
});
