import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseForeignJson, parseJson } from './json.js';

describe('parseJson', () => {
  it('keeps every digit of a 19-digit id', () => {
    expect(parseJson('{"ids":[7678907398077074696],"n":12}')).toEqual({
      ids: ['7678907398077074696'],
      n: 12,
    });
  });

  it('keeps every digit wherever a number may stand', () => {
    for (const number of ['7678907398077074696', '-7678907398077074696'])
      for (const text of [
        `${number}`,
        `[1,${number}]`,
        `[ ${number} ]`,
        `{"a":${number}}`,
        `{"a"\n:\t${number}}`,
      ])
        expect(JSON.stringify(parseJson(text))).toContain(`"${number}"`);
  });

  it('leaves long digits inside strings, fractions and exponents as they are', () => {
    expect(parseJson('["7678907398077074696",0.1234567890123456,1e21]')).toEqual([
      '7678907398077074696',
      0.1234567890123456,
      1e21,
    ]);
  });

  it('keeps the last of two fields with the same name, like JSON.parse, also next to long numbers', () => {
    expect(parseJson('{"a":1,"a":2,"id":7678907398077074696}')).toEqual({ a: 2, id: '7678907398077074696' });
  });

  it('rejects what JSON.parse rejects, also next to long numbers', () => {
    expect(() => parseJson('{"a":7678907398077074696,}')).toThrow(SyntaxError);
    expect(() => parseJson('<html>')).toThrow(SyntaxError);
  });

  it('agrees with JSON.parse on every JSON value without unsafe integers', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const plain = JSON.parse(text) as unknown;
        fc.pre(!JSON.stringify(plain).match(/\d{16}/));
        expect(parseJson(text)).toEqual(plain);
      }),
    );
  });

  it('returns any 64-bit integer exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
        expect(String(parseJson(`[${id}]`))).toBe(String(id));
      }),
    );
  });
});

describe('parseForeignJson', () => {
  it.each([
    ['"a\\u0000b\\u0000\\u0000c"', 'abc'],
    ['"a\\u001Fb\\u007fc\\bd\\f"', 'abcd'],
    ['"tab\\t line\\n end\\r\\u000a"', 'tab\t line\n end\r\n'],
    ['"\\\\u0000 stays, \\\\\\u0000 is left out, \\\\b too"', '\\u0000 stays, \\ is left out, \\b too'],
    ['{"na\\u0000me":7678907398077074696}', { name: '7678907398077074696' }],
  ])('reads %s without control characters', (text, value) => expect(parseForeignJson(text)).toEqual(value));

  it.each([
    ['"hello \\ud83d"', 'hello \uFFFD'],
    ['"\\uDE00\\uD83D"', '\uFFFD\uFFFD'],
    ['"\\ud83d\\ude00 stays"', '😀 stays'],
    ['"\\ud83d\\u0000\\ude00 meets"', '😀 meets'],
    ['"\\\\ud83d stays"', '\\ud83d stays'],
    ['{"na\\ud83dme":[7678907398077074696,"\\udfff"]}', { 'na\uFFFDme': ['7678907398077074696', '\uFFFD'] }],
    ['{"a\\u0000":1,"a":2,"id":7678907398077074696}', { a: 2, id: '7678907398077074696' }],
  ])('reads %s without half surrogate pairs', (text, value) => expect(parseForeignJson(text)).toEqual(value));

  it('agrees with parseJson on every JSON value without control characters', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const plain = parseJson(text);
        fc.pre(!/\\[bfu]/.test(text));
        expect(parseForeignJson(text)).toEqual(plain);
      }),
    );
  });

  it('produces no string that PostgreSQL would reject', () => {
    const controls = ['\0', '\u0001', '\b', '\f'];
    const unit = fc.constantFrom(
      ...controls,
      '\\',
      'u0000',
      'ud83d',
      '"',
      'b',
      '\n',
      '\ud83d',
      '\ude00',
      '😀',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const kept = controls.reduce((rest, control) => rest.replaceAll(control, ''), text);
        expect(parseForeignJson(JSON.stringify(text))).toBe(kept.toWellFormed());
      }),
    );
  });
});
