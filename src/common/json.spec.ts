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

  it('leaves long digits inside strings, fractions and exponents as they are', () => {
    expect(parseJson('["7678907398077074696",0.1234567890123456,1e21]')).toEqual([
      '7678907398077074696',
      0.1234567890123456,
      1e21,
    ]);
  });

  it('refuses what JSON.parse refuses, also beside long numbers', () => {
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
    ['"\\\\u0000 is told, \\\\\\u0000 is left out, \\\\b too"', '\\u0000 is told, \\ is left out, \\b too'],
    ['{"na\\u0000me":7678907398077074696}', { name: '7678907398077074696' }],
  ])('reads %s without control characters', (text, value) => expect(parseForeignJson(text)).toEqual(value));

  it('agrees with parseJson on every JSON value without control characters', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const plain = parseJson(text);
        fc.pre(!/\\[bfu]/.test(text));
        expect(parseForeignJson(text)).toEqual(plain);
      }),
    );
  });

  it('leaves no text that a database would refuse', () => {
    const controls = ['\0', '\u0001', '\b', '\f'];
    const unit = fc.constantFrom(...controls, '\\', 'u0000', '"', 'b', '\n');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const kept = controls.reduce((rest, control) => rest.replaceAll(control, ''), text);
        expect(parseForeignJson(JSON.stringify(text))).toBe(kept);
      }),
    );
  });
});
