import { describe, expect, it } from '@jest/globals';
import { securityHeaders } from './security-headers.js';

describe('securityHeaders', () => {
  it('enables HSTS over https', async () => {
    const { answers, docs } = await securityHeaders('https://connector.example');

    for (const headers of [answers, docs])
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('does not send HSTS over http', async () => {
    expect((await securityHeaders('http://127.0.0.1:3000')).answers).not.toHaveProperty(
      'strict-transport-security',
    );
  });

  it('lets answers load nothing, and the documentation page its own files only', async () => {
    const { answers, docs } = await securityHeaders('https://connector.example');

    expect(answers['content-security-policy']).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(docs['content-security-policy']).toContain("script-src 'self';");
    expect(docs['content-security-policy']).toContain("default-src 'none'");
    for (const { 'content-security-policy': policy } of [answers, docs])
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
  });

  it('does not separate a pop-up from the page that opened it', async () => {
    expect((await securityHeaders('https://connector.example')).answers).not.toHaveProperty(
      'cross-origin-opener-policy',
    );
  });
});
