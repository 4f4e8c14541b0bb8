import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { DEFAULT_POLICY } from './identifier-kind.js';
import { IdentifierFile, type FileOptions } from './identifier-file.js';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

function run(file: string | Buffer, options: Partial<FileOptions> = {}) {
  const reading = new IdentifierFile({ policy: DEFAULT_POLICY, ...options });
  let output = '';
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += 50)
    output += reading.write(bytes.subarray(at, at + 50)).toString();
  const end = reading.end();
  return { lines: (output + end.output.toString()).trimEnd().split('\n'), report: end.report };
}

const FILE =
  'Name;E-Mail;Telefon;IDFA\nAda;Ada@Example.com;0171 1234567;AEBE52E7-03EE-455A-B3C4-E57283966239\n';

describe('IdentifierFile', () => {
  it('normalises and hashes the columns it recognises', () => {
    const { lines, report } = run(FILE, { defaultCountry: 'DE' });
    expect(lines).toEqual([
      [sha('ada@example.com'), sha('+491711234567'), sha('aebe52e7-03ee-455a-b3c4-e57283966239')].join(','),
    ]);
    expect(report).toMatchObject({ format: 'csv', delimiter: ';', hasHeader: true, rows: 1, usableRows: 1 });
    expect(report.columns.map(({ kind, position }) => [kind, position])).toEqual([
      ['email', 2],
      ['phone', 3],
      ['idfa', 4],
    ]);
  });

  it('drops the plus of phones where the policy says so', () => {
    const policy = { ...DEFAULT_POLICY, phonePlus: false };
    expect(run('phone\n+49 171 1234567', { policy }).lines).toEqual([sha('491711234567')]);
  });

  it('takes the country of a row before the default one', () => {
    const file = 'phone,country\n(415) 555-2671,us\n0171 1234567,\n0171 1234567,ZZ';
    const { lines, report } = run(file, { defaultCountry: 'DE' });
    expect(lines).toEqual([sha('+14155552671'), sha('+491711234567')]);
    expect(report.defects).toEqual([{ reason: 'unknown_country', count: 1, lines: [4] }]);
  });

  it('reads NDJSON', () => {
    const file = '{"email":"Ada@Example.com","age":3}\n\nnonsense\n{"phone":1711234567}\n{"x":1}\n';
    const { lines, report } = run(file, { defaultCountry: 'DE' });
    expect(lines).toEqual([`${sha('ada@example.com')},,,,`, `,${sha('+491711234567')},,,`]);
    expect(report).toMatchObject({ format: 'ndjson', rows: 4, usableRows: 2 });
    expect(report.defects).toEqual([
      { reason: 'broken_line', count: 1, lines: [3] },
      { reason: 'empty_row', count: 1, lines: [5] },
    ]);
  });

  it.each([
    ['a byte order mark', '\ufeffemail\nada@example.com', 2],
    ['no header', 'ada@example.com\nbob@example.com', 1],
    ['CRLF', 'email\r\nada@example.com\r\n', 2],
  ])('reads a file with %s', (_what, file) => {
    expect(run(file).lines[0]).toBe(sha('ada@example.com'));
  });

  it('reads columns that the caller names', () => {
    const columns = [{ kind: 'email', column: '2' } as const];
    expect(run('x,ada@example.com', { columns }).lines).toEqual([sha('ada@example.com')]);
    expect(
      run('id,kontakt\nx,ada@example.com', { columns: [{ kind: 'email', column: 'Kontakt' }] }).lines,
    ).toEqual([sha('ada@example.com')]);
  });

  it('passes hashes on, in lower case', () => {
    const { lines, report } = run(`email_sha256,phone\n${sha('a').toUpperCase()},+491711234567`);
    expect(lines).toEqual([`${sha('a')},${sha('+491711234567')}`]);
    expect(report.columns.map(({ alreadyHashed }) => alreadyHashed)).toEqual([true, false]);
  });

  it.each([`email\n${sha('a')}\nada@example.com`, `email\nada@example.com\n${sha('a')}`])(
    'refuses a column with hashed and plain values',
    (file) => {
      expect(() => run(file)).toThrow('Line 3 mixes plain and hashed values in the email column.');
    },
  );

  it('does not take a placeholder for a plain value', () => {
    expect(run(`email\nn/a\n${sha('a')}`).report).toMatchObject({ usableRows: 1 });
  });

  it('counts one broken line, and goes on', () => {
    const { report } = run('id,email\n1,ada@example.com\nbroken\n3,bob@example.com');
    expect(report).toMatchObject({ rows: 3, usableRows: 2, duplicates: 0 });
    expect(report.defects).toEqual([{ reason: 'broken_line', count: 1, lines: [3] }]);
  });

  it('reports a file whose lines are all broken', () => {
    const { report } = run(`email\n${'nonsense\n'.repeat(500)}`);
    expect(report).toMatchObject({ rows: 500, usableRows: 0, forecast: { verdict: 'too_small' } });
    expect(report.defects[0]).toMatchObject({ reason: 'invalid_email', count: 500 });
    expect(report.defects[0]?.lines).toHaveLength(100);
  });

  it('never repeats a value of the file', () => {
    const { report } = run('email,phone\nsecret-canary,canary-too\n');
    expect(JSON.stringify(report)).not.toContain('canary');
    expect(() => run('secret-canary\nmore')).toThrow(/^(?!.*canary)/s);
  });

  it.each([
    ['', 'The file is empty'],
    ['\n\n', 'The file is empty'],
    ['name,age\nAda,36', 'None of the 2 columns'],
    [`${sha('a')}\n`, 'The file has no header'],
    [Buffer.from('\ufeffemail\nada@example.com', 'utf16le'), 'UTF-16'],
    [Buffer.from('email\nada@example.com', 'utf16le'), 'UTF-16'],
    [Buffer.from([0x50, 0x4b, 3, 4, 1, 2]), 'Excel workbook'],
    [Buffer.from([0x1f, 0x8b, 3, 4, 1, 2]), 'gzip'],
    [Buffer.from('email\nada@exam\0ple.com'), 'not text'],
  ])('refuses %j', (file, message) => {
    expect(() => run(file)).toThrow(message);
  });

  it('forecasts the share of customers that TikTok must recognise', () => {
    const file = `email\n${Array.from({ length: 4000 }, (_, n) => `a${n}@example.com`).join('\n')}`;
    expect(run(file).report.forecast).toEqual({
      minimum: 1000,
      verdict: 'depends_on_matching',
      neededMatchRate: 0.25,
    });
  });
});
