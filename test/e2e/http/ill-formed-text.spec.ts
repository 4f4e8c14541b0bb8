import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { developmentToken } from '../../../src/auth/index.js';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { clip } from '../../support/given/videos.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { tusCall } from '../../support/tus.js';
import { deliver, delivery, settledEvents } from '../../support/given/webhook-deliveries.js';

const connector = useConnector();
const PROVIDER = '/api/upstream/call/tiktok-provider';
const VIDEO = { title: 'New drop', caption: 'Hello', privacyLevel: 'PUBLIC_TO_EVERYONE' };
const PHOTOS = { ...VIDEO, photoCount: 2 };
const HALF = '\ud83d';

interface Schema {
  $ref?: string;
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Every text in every JSON body that the API takes, as a body that holds half an emoji there, and that place. */
async function brokenBodies(): Promise<[method: string, path: string, body: unknown, field: string][]> {
  const { body } = await connector().anonymous.get<Document>('/api/openapi.json');
  return Object.entries(body.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      if (!schema || !path.startsWith('/api/')) return [];
      return textsIn(schema, body).map(([field, value]): [string, string, unknown, string] => [
        method.toUpperCase(),
        path,
        value,
        field,
      ]);
    }),
  );
}

function textsIn({ $ref, allOf, type, items, properties }: Schema, document: Document): [string, unknown][] {
  if ($ref) return textsIn(document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, document);
  if (allOf) return allOf.flatMap((schema) => textsIn(schema, document));
  if (type === 'string') return [['', HALF]];
  if (items) return textsIn(items, document).map(([field, value]) => [join('[1]', field), [null, value]]);
  return Object.entries(properties ?? {}).flatMap(([name, schema]) =>
    textsIn(schema, document).map(([field, value]): [string, unknown] => [
      join(name, field),
      { [name]: value },
    ]),
  );
}

function join(parent: string, field: string): string {
  return field === '' || field.startsWith('[') ? parent + field : `${parent}.${field}`;
}

function part(head: string, body: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from(`--x\r\n${head}\r\n\r\n`, 'latin1'), body, Buffer.from('\r\n')]);
}

function fieldsOf({ errors = [] }: ProblemBody): string[] {
  return errors.map(({ field }) => field);
}

describe('half a surrogate pair in a JSON body', () => {
  it('is rejected in every text field, with the name of the field', async () => {
    const bodies = await brokenBodies();
    expect(bodies.length).toBeGreaterThan(30);
    const unexpected: unknown[] = [];
    for (const [method, path, body, field] of bodies) {
      const answer = await connector()
        .api()
        .send<ProblemBody>(method, path.replaceAll(/\{[^}]+\}/g, randomUUID()), {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
      const seen = [answer.status, answer.body.code, fieldsOf(answer.body)];
      if (JSON.stringify(seen) !== JSON.stringify([400, 'invalid_input', [field]]))
        unexpected.push([path, field, seen]);
    }
    expect(unexpected).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['init-video-upload', { ...VIDEO, caption: `hello ${HALF}` }, ['caption']],
    ['init-photo-upload', { ...PHOTOS, photoTitle: HALF, title: '\ude00\ud83d' }, ['photoTitle', 'title']],
    ['validate-publication', { ...VIDEO, media: [{}, { format: HALF }] }, ['media[1].format']],
    ['validate-publication', { photoUrls: ['https://media.example.com/1.jpg', HALF] }, ['photoUrls[1]']],
    ['edit-publication', { publishId: randomUUID(), music: { soundId: HALF } }, ['music.soundId']],
    ['edit-publication', { publishId: randomUUID(), caption: `${HALF}x` }, ['caption']],
    ['publish-video', { publishId: HALF, timeZone: HALF }, ['publishId', 'timeZone']],
    ['init-video-upload', { ...VIDEO, [`x${HALF}`]: 1 }, ['x\uFFFD']],
    ['init-video-upload', { ...VIDEO, caption: { deep: [{ er: HALF }] } }, ['caption.deep[0].er']],
  ])('answers %s %j with the fields %j', async (action, body, fields) => {
    const answer = await connector().api().provider<ProblemBody>(action, body);

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(fieldsOf(answer.body).toSorted()).toEqual(fields);
  });

  it('does not affect whole emoji, however they are escaped', async () => {
    const { api } = await connector().tenant();
    const text = JSON.stringify({ ...VIDEO, caption: 'X' }).replace('X', '\\ud83d\\ude00 👩‍👩‍👧');

    const { status, body } = await api.send('POST', `${PROVIDER}/init-video-upload`, {
      body: text,
      headers: { 'content-type': 'application/json' },
    });

    expect(status).toBe(200);
    expect(await statusOf(api, String(body.publishId))).toMatchObject({ caption: '😀 👩‍👩‍👧' });
  });
});

describe('a zero byte', () => {
  it.each([
    ['init-video-upload', { ...VIDEO, caption: 'a\0' }, 'caption'],
    ['validate-publication', { ...VIDEO, caption: 'a\0' }, 'caption'],
    ['validate-publication', { ...VIDEO, title: '\0' }, 'title'],
    ['validate-publication', { ...PHOTOS, photoTitle: '\0' }, 'photoTitle'],
    ['validate-publication', { ...VIDEO, media: [{ codec: '\0' }] }, 'media[0].codec'],
    ['edit-publication', { publishId: randomUUID(), caption: '\0' }, 'caption'],
  ])('is refused alike by %s %j', async (action, body, field) => {
    const answer = await connector().api().provider<ProblemBody>(action, body);

    expect([answer.status, answer.body.code, fieldsOf(answer.body)]).toEqual([400, 'invalid_input', [field]]);
  });
});

describe('bytes that are not UTF-8', () => {
  it.each([
    ['Latin-1', Buffer.from('{"title":"Caf\xe9","privacyLevel":"SELF_ONLY"}', 'latin1')],
    ['half an emoji in bytes', Buffer.from('{"title":"\xed\xa0\xbd"}', 'latin1')],
    [
      'a cut emoji',
      Buffer.concat([Buffer.from('{"title":"'), Buffer.from('😀').subarray(0, 3), Buffer.from('"}')]),
    ],
  ])('in a body (%s) are refused, not replaced', async (_what, body) => {
    const answer = await connector()
      .api()
      .send<ProblemBody>('POST', `${PROVIDER}/init-video-upload`, {
        body: body as Buffer<ArrayBuffer>,
        headers: { 'content-type': 'application/json' },
      });

    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('UTF-8') } });
  });

  it.each([
    ['/api/publications?text=%ED%A0%BD', ['text']],
    ['/api/publications?text=caf%E9&limit=5', ['text']],
    ['/api/publications?limit=5&cursor=%', ['cursor']],
    ['/api/notifications?unread=%zz', ['unread']],
    ['/api/publications?%ff=1&text=ok', ['%ff']],
  ])('in a query (%s) are refused by the name of the parameter', async (path, fields) => {
    const { status, body } = await connector().api().get<ProblemBody>(path);

    expect([status, body.code, fieldsOf(body)]).toEqual([400, 'invalid_input', fields]);
  });

  it.each(['/api/publications/%ED%A0%BD', '/api/integrations/%ff', '/api/publications/%', '/uploads/%c3'])(
    'in a path (%s) are refused',
    async (path) => {
      const { status, body } = await connector().api().get<ProblemBody>(path);

      expect([400, 404]).toContain(status);
      expect(body.code).toEqual(expect.any(String));
    },
  );

  it.each([
    'error=%ED%A0%BD&state=x',
    'error=%00&error_description=%00&state=%00',
    'code=%ff&state=%',
    'state=%ED%A0%BD&code=%00',
  ])('in a callback (%s) are no fault of the service', async (query) => {
    const { status } = await connector().anonymous.get(`/connect/tiktok/callback?${query}`);

    expect(status).toBeLessThan(500);
  });

  it('are rejected in headers', async () => {
    const api = connector().api();
    const answers = [
      await api.with({ orgid: '\u00ed\u00a0\u00bd' }).get('/api/publications'),
      await api.with({ 'last-event-id': '\u00ed\u00a0\u00bd' }).get('/api/notifications/stream'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 400]);
  });

  it('in multipart bodies and tus metadata cause no internal error', async () => {
    const { api } = await connector().tenant();
    const [whole, resumable] = [await begin(api), await begin(api)];
    const body = Buffer.concat([
      part('content-disposition: form-data; name="\xff\xed\xa0\xbd"', Buffer.from([0xff, 0x00])),
      part(`content-disposition: form-data; name="file"; filename="\xed\xa0\xbd\xff.mp4"`, await clip()),
      Buffer.from('--x--\r\n'),
    ]);

    const sent = await api.send('POST', whole.uploadUrl, {
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    const metadata = `filename ${Buffer.from('\xed\xa0\xbd\xff\0', 'latin1').toString('base64')}`;
    const created = await tusCall('POST', resumable.tusUrl, {
      'upload-length': '100',
      'upload-metadata': metadata,
    });

    expect([sent.status, created.status]).toEqual([200, 201]);
  });
});

it('rejects a cursor with half a surrogate pair', async () => {
  const cursor = Buffer.from('["\\ud83d"]').toString('base64url');
  const { status, body } = await connector().api().get<ProblemBody>(`/api/publications?cursor=${cursor}`);

  expect([status, fieldsOf(body)]).toEqual([400, ['cursor']]);
});

it.each([
  { userId: `tester${HALF}`, organisationIds: ['org'] },
  { userId: 'tester', organisationIds: ['org', HALF] },
])('A token whose claims hold half an emoji is refused: %j', async (caller) => {
  const token = developmentToken(connector().config.jwt, { ...caller, role: 'admin' });
  const { status } = await connector()
    .anonymous.with({ orgid: 'org', authorization: `Bearer ${token}` })
    .get('/api/publications');

  expect(status).toBe(401);
});

describe('half a surrogate pair in a webhook from TikTok', () => {
  it('is replaced, and the event is stored', async () => {
    const { api, username } = await connector().tenant();
    const event = `video.odd.${randomUUID()}`;
    const [row] = await connector().database.query<{ open_id: string }>(
      'SELECT open_id FROM integrations WHERE username = $1',
      [username],
    );
    const content = JSON.stringify({ text: `hello ${HALF}\0`, [`a${HALF}`]: ['\ude00'] });

    const { status } = await deliver(
      connector().anonymous,
      delivery({ event, user_openid: row?.open_id, content }),
    );

    expect(status).toBe(200);
    expect(await settledEvents(api, event)).toMatchObject([
      { status: 'ignored', content: { text: 'hello \uFFFD', 'a\uFFFD': ['\uFFFD'] } },
    ]);
  });

  it('does not stop an event that has it in its fields', async () => {
    const body = delivery({ event: `odd ${HALF}`, user_openid: HALF, content: `"${HALF}"` });

    expect((await deliver(connector().anonymous, body)).status).toBe(200);
  });
});
