import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../environment.schema.js';
import { toUploadSettings, uploadProblems } from './upload.settings.js';

const parse = (variables: Record<string, string>) => environmentSchema.parse(variables);
const refusal = (variables: Record<string, string>) =>
  environmentSchema
    .safeParse(variables)
    .error?.issues.map(({ message }) => message)
    .join('\n');

describe('Upload settings', () => {
  it('default to the local disk and the same limits for all', () => {
    const settings = toUploadSettings(parse({}));

    expect(settings.s3).toBeUndefined();
    expect(settings.limitsByOrganisation.size).toBe(0);
    expect(uploadProblems(parse({}))).toEqual([]);
  });

  it('contain the overrides of an organisation', () => {
    const env = parse({ UPLOAD_LIMITS: '{"org-1":{"maxBytes":1000,"retentionDays":1}}' });

    expect(toUploadSettings(env).limitsByOrganisation.get('org-1')).toEqual({
      maxBytes: 1000,
      retentionDays: 1,
    });
  });

  it.each([
    'no json',
    '[]',
    '{"org-1":{"maxByte":1}}',
    '{"org-1":{"maxBytes":"1"}}',
    '{"org-1":{"maxBytes":0}}',
    '{"org-1":{"maxBytes":4000000001}}',
    '{"org-1":{"urlTtlSeconds":59}}',
  ])('refuse the limits %s and show a valid example', (text) => {
    expect(refusal({ UPLOAD_LIMITS: text })).toContain('{"org-1":{"maxBytes":');
  });

  it('accept a bucket with or without keys', () => {
    const bucket = { S3_BUCKET: 'b', S3_ENDPOINT: 'http://127.0.0.1:9000/', S3_PREFIX: '' };
    const keys = { S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' };

    expect(toUploadSettings(parse(bucket)).s3).toMatchObject({
      endpoint: 'http://127.0.0.1:9000',
      prefix: '',
    });
    expect(toUploadSettings(parse({ ...bucket, ...keys })).s3?.credentials).toEqual({
      accessKeyId: 'k',
      secretAccessKey: 's',
    });
  });

  it.each([
    [{ S3_ENDPOINT: 'http://127.0.0.1:9000' }, 'S3_BUCKET'],
    [{ S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'hunter2' }, 'S3_SECRET_ACCESS_KEY'],
  ])('reports %j without its values', (variables, message) => {
    const problems = uploadProblems(parse(variables)).join('\n');

    expect(problems).toContain(message);
    expect(problems).not.toContain('hunter2');
  });

  it.each(['/uploads/', 'uploads', '../x//', 'a b/'])('refuse the prefix %s', (prefix) => {
    expect(refusal({ S3_PREFIX: prefix })).toBeDefined();
  });
});
