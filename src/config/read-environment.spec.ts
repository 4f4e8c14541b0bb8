import { describe, expect, it } from '@jest/globals';
import { parseEnvFile } from './read-environment.js';

const parse = (text: string) => parseEnvFile(Buffer.from(text));

describe('parseEnvFile', () => {
  it('parses like Node', () => {
    const { variables, problems } = parse('# PORT=1\nexport PORT=3001\nHOST="127.0.0.1" # here\n');
    expect(variables).toEqual({ PORT: '3001', HOST: '127.0.0.1' });
    expect(problems).toEqual([]);
  });

  it('keeps the first key after a byte order mark', () => {
    expect(parse('\ufeffPORT=3001\r\nHOST=localhost\r\n').variables).toEqual({
      PORT: '3001',
      HOST: 'localhost',
    });
  });

  it('refuses UTF-16, which Node ignores', () => {
    expect(parseEnvFile(Buffer.from('\ufeffPORT=3001\n', 'utf16le')).problems).toEqual([
      '.env: save it as UTF-8',
    ]);
  });

  it('refuses a duplicate setting, but ignores duplicates of other programs', () => {
    const text = 'JWT_SECRET=one\nMINE=1\n#JWT_SECRET=x\n export JWT_SECRET = two\nMINE=2\n';
    expect(parse(text).problems).toEqual(['JWT_SECRET: is set twice in .env; remove one of the lines']);
  });
});
