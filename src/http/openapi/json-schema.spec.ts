import { describe, expect, it } from '@jest/globals';
import { toJsonSchema } from './json-schema.js';

describe('toJsonSchema', () => {
  it('makes null a type', () => {
    expect(toJsonSchema({ type: 'string', format: 'date-time', nullable: true })).toEqual({
      type: ['string', 'null'],
      format: 'date-time',
    });
    expect(toJsonSchema({ type: 'string', nullable: false })).toEqual({ type: 'string' });
  });

  it.each([[['a']], [['a', null]]])('adds null to a nullable enumeration: %j', (values) => {
    expect(toJsonSchema({ type: 'string', nullable: true, enum: values })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
  });

  it('makes a described reference nullable', () => {
    const reference = { $ref: '#/components/schemas/Facts' };

    expect(toJsonSchema({ nullable: true, description: 'Facts.', allOf: [reference] })).toEqual({
      description: 'Facts.',
      oneOf: [reference, { type: 'null' }],
    });
  });

  it.each([
    [{ default: false }, 'Default: false.'],
    [{ default: 'direct', description: 'How to post' }, 'How to post. Default: "direct".'],
    [{ default: 0, description: 'From 0.' }, 'From 0. Default: 0.'],
  ])('moves the default of an optional field into its description: %j', (property, description) => {
    const schema = { type: 'object', properties: { field: property } };

    expect(toJsonSchema(schema)).toEqual({ type: 'object', properties: { field: { description } } });
  });

  it('keeps the default of a parameter, and a field named default', () => {
    const parameter = { name: 'limit', schema: { type: 'integer', default: 50 } };
    const field = {
      type: 'object',
      properties: { default: { type: 'string' }, nullable: { type: 'boolean' } },
    };

    expect(toJsonSchema(parameter)).toEqual(parameter);
    expect(toJsonSchema(field)).toEqual(field);
  });

  it('converts schemas at any depth', () => {
    const inner = { type: 'array', items: { type: 'number', nullable: true } };

    expect(toJsonSchema({ a: [{ b: inner }] })).toEqual({
      a: [{ b: { type: 'array', items: { type: ['number', 'null'] } } }],
    });
  });
});
