import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import { useConnector } from '../../support/connector.js';
import { operationsIn, visitObjects, type ServedDocument } from '../../support/openapi-document.js';

const connector = useConnector();
let document: ServedDocument;
beforeAll(async () => {
  const { body } = await connector().anonymous.get('/api/openapi.json');
  document = body as unknown as ServedDocument;
});

interface Lint {
  problems: { message: string; location: { pointer: string }[] }[];
}

/** @returns each message of redocly, with its location */
async function lint(rules: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'openapi-'));
  await writeFile(path.join(folder, 'openapi.json'), JSON.stringify(document));
  const cli = path.resolve('node_modules/@redocly/cli/bin/cli.js');
  const args = [cli, 'lint', 'openapi.json', `--extends=${rules}`, '--format=json'];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env }).catch(
    (error: { stdout: string }) => error,
  );
  const { problems } = JSON.parse(stdout) as Lint;
  return problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`);
}

describe('the OpenAPI document', () => {
  it('passes the recommended rules of redocly without a warning', async () => {
    expect(await lint('recommended')).toEqual([]);
  }, 60_000);

  it('gives every operation a unique id in camel case, and a summary', () => {
    const operations = operationsIn(document).map(([, operation]) => operation);
    const ids = operations.map(({ operationId }) => operationId);

    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z]+)*$/.test(id))).toEqual([]);
    expect(
      operations.map(({ summary }) => summary).filter((summary) => !/^[A-Z].{5,}/.test(summary)),
    ).toEqual([]);
  });

  it('gives publish-video and publish-photo different ids', () => {
    const ids = ['publish-video', 'publish-photo'].map(
      (verb) => document.paths[`/api/upstream/call/tiktok-provider/${verb}`]?.['post']?.operationId,
    );

    expect(ids).toEqual(['publishVideo', 'publishPhoto']);
  });

  it('uses names that client generators accept', () => {
    const names = operationsIn(document).flatMap(([, { parameters = [] }]) =>
      parameters.map(({ name }) => name),
    );

    expect(Object.keys(document.components.schemas).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual(
      [],
    );
    expect(names.filter((name) => !/^[A-Za-z][\w-]*$/.test(name))).toEqual([]);
    expect(Object.keys(document.paths).filter((one) => one.endsWith('/'))).toEqual([]);
  });

  it('describes every enumeration, or the parameter or list that it belongs to', () => {
    const missing: string[] = [];
    const described = new Set<string>();
    visitObjects(document, (object, at) => {
      const key = at.at(-1) ?? '';
      const around = ['schema', 'items'].includes(key) && described.has(at.slice(0, -1).join());
      if (typeof object['description'] === 'string' || around) described.add(at.join());
      if (Array.isArray(object['enum']) && !described.has(at.join())) missing.push(at.join('/'));
    });

    expect(missing).toEqual([]);
  });

  it('describes every parameter', () => {
    const missing = operationsIn(document).flatMap(([name, { parameters = [] }]) =>
      parameters.filter(({ description }) => !description).map((one) => `${name} ${one.name}`),
    );

    expect(missing).toEqual([]);
  });

  it('gives every answer a schema, or states that it has no body', () => {
    const missing = operationsIn(document).flatMap(([name, { responses }]) =>
      Object.entries(responses)
        .filter(([status, { description, content }]) => {
          if (status === '302' || description.endsWith('No body.')) return content !== undefined;
          const schemas = Object.values(content ?? {}).map(({ schema }) => schema);
          return schemas.length === 0 || schemas.some((schema) => !schema);
        })
        .map(([status]) => `${name} ${status}`),
    );

    expect(missing).toEqual([]);
  });

  it('has a 4XX and a 5XX problem on every operation', () => {
    for (const [name, { responses }] of operationsIn(document))
      for (const range of ['4XX', '5XX'])
        expect([name, Object.keys(responses[range]?.content ?? {})]).toEqual([
          name,
          ['application/problem+json'],
        ]);
  });

  it('requires neither fields with a default nor bodies without required fields', () => {
    const defaults: string[] = [];
    visitObjects(document.components.schemas, (object, at) => {
      if ('default' in object) defaults.push(at.join('/'));
    });
    const demanded = operationsIn(document).flatMap(([name, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema as { $ref?: string } | undefined;
      const model = document.components.schemas[schema?.$ref?.split('/').at(-1) ?? ''];
      return model && requestBody?.required && !model.required?.length ? [name] : [];
    });

    expect(defaults).toEqual([]);
    expect(demanded).toEqual([]);
    expect(document.components.schemas['InitVideoUploadDto']?.required).toEqual(['title']);
  });

  it('is JSON Schema: every schema compiles and every example is valid', () => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      validateSchema: true,
    });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    for (const word of ['example', 'components', 'paths', 'openapi', 'info', 'servers', 'tags'])
      ajv.addKeyword(word);
    ajv.addSchema(document, 'document');
    const invalid: string[] = [];
    let examples = 0;
    visitObjects(document.components, (object, at) => {
      if (!('example' in object) || at.at(-1) === 'properties') return;
      examples += 1;
      const pointer = ['components', ...at].map((part) => part.replaceAll('/', '~1')).join('/');
      if (!ajv.validate({ $ref: `document#/${pointer}` }, object['example'])) invalid.push(at.join('/'));
    });

    for (const name of Object.keys(document.components.schemas))
      expect(typeof ajv.compile({ $ref: `document#/components/schemas/${name}` })).toBe('function');
    expect(invalid).toEqual([]);
    expect(examples).toBeGreaterThan(30);
  });

  it('is OpenAPI 3.1 without 3.0 keywords or extensions', () => {
    const left: string[] = [];
    visitObjects(document, (object, at) => {
      if ('nullable' in object && at.at(-1) !== 'properties') left.push(at.join('/'));
      for (const key of Object.keys(object)) if (key.startsWith('x-')) left.push([...at, key].join('/'));
    });

    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: connector().url }]);
    expect(left).toEqual([]);
  });
});

describe('names in the OpenAPI document', () => {
  it('identify a publication by publishId in every answer, never by id', () => {
    const { schemas } = document.components;
    const answers = Object.entries(schemas).filter(([, { properties = {} }]) => 'publishId' in properties);

    expect(answers.map(([name]) => name)).toEqual(
      expect.arrayContaining(['PublicationView', 'PublishAnswer', 'RetryAnswer', 'UploadAnswer']),
    );
    for (const [name, { properties = {} }] of answers)
      expect([name, Object.keys(properties).filter((key) => /^(id|publicationId)$/.test(key))]).toEqual([
        name,
        [],
      ]);
  });

  it('express retries as `retry` only, not as `retryable`', () => {
    expect(JSON.stringify(document)).not.toContain('retryable');
    expect(Object.keys(document.components.schemas['FailureView']?.properties ?? {})).toContain('retry');
  });

  it('mark provider actions that repeat a REST call as its aliases', () => {
    const descriptions = operationsIn(document).map(
      ([name, { description }]): [string, string | undefined] => [
        name.split('/').at(-1) ?? '',
        /^Alias of `(.+?)`/.exec(description)?.[1],
      ],
    );

    expect(new Map(descriptions.filter(([, alias]) => alias))).toEqual(
      new Map([
        ['create-ad-group', 'POST /api/ads/ad-groups'],
        ['create-campaign', 'POST /api/ads/campaigns'],
        ['get-ad-metrics', 'GET /api/ads/metrics'],
        ['get-publish-status', 'GET /api/publications/{publishId}'],
        ['launch-campaign', 'POST /api/ads/launches'],
        ['list-publications', 'GET /api/publications'],
        ['pause-campaign', 'POST /api/ads/status'],
      ]),
    );
    for (const [, alias = ''] of descriptions.filter(([, one]) => one)) {
      const [method = '', address = ''] = alias.split(' ');
      expect(document.paths[address]).toHaveProperty(method.toLowerCase());
    }
  });
});
