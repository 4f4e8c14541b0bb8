import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';

interface Media {
  examples?: Record<string, { value: unknown }>;
}
interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}
interface Schema {
  properties?: object;
  additionalProperties?: boolean;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** What readers look up first. */
const SHOWN = [
  'getAuthUrl request',
  'getAuthUrl 200',
  'listIntegrations 200',
  'initVideoUpload request',
  'initPhotoUpload request',
  'publishVideo request',
  'publishVideo 202',
  'publishPhoto request',
  'listPublications 200',
  'listCrmConversations 200',
  'reply request',
  'reply 202',
  'createLaunch request',
  'createLaunch 200',
  'createLaunch 202',
  'create request',
  'list 200',
  'listCrmWebhooks 200',
  'listWebhookEvents 200',
  'triggerSync request',
];

// `client-contract.spec.ts` compares this file with the document of the service.
const document = JSON.parse(readFileSync('packages/client/openapi.json', 'utf8')) as Document;

interface Example {
  /** The call, and `request` or the status of the response. */
  place: string;
  name: string;
  value: unknown;
  /** Points to the schema within the document. */
  pointer: string;
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

function examplesOf(path: string, method: string, operation: Operation): Example[] {
  const base = ['paths', path, method];
  const bodies = [
    { place: 'request', at: [...base, 'requestBody'], content: operation.requestBody?.content },
    ...Object.entries(operation.responses).map(([status, { content }]) => ({
      place: status,
      at: [...base, 'responses', status],
      content,
    })),
  ];
  return bodies.flatMap(({ place, at, content = {} }) =>
    Object.entries(content).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).map(([name, { value }]) => ({
        place: `${operation.operationId} ${place}`,
        name,
        value,
        pointer: [...at, 'content', type, 'schema'].map(escaped).join('/'),
      })),
    ),
  );
}

/** Objects are closed, so that an example has no field that the document does not name. */
function validator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const closed = structuredClone(document);
  for (const schema of Object.values(closed.components.schemas))
    if (schema.properties) schema.additionalProperties ??= false;
  return ajv.addSchema(closed, 'openapi');
}

const examples = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => examplesOf(path, method, operation)),
);
const ajv = validator();

describe('the examples of the OpenAPI document', () => {
  it.each(SHOWN)('have one of %s', (place) => {
    expect(examples.map((example) => example.place)).toContain(place);
  });

  it.each(examples)('satisfy the schema: $place, $name', ({ pointer, value }) => {
    const validate = ajv.getSchema(`openapi#/${pointer}`);
    expect(validate).toBeDefined();
    void validate?.(value);
    expect(validate?.errors ?? null).toBeNull();
  });
});
