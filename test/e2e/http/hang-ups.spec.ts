import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { eventually } from 'tiktok-sandbox/testing';
import type { RunningConnector } from '../../support/connector.js';
import { useConnector } from '../../support/connector.js';
import { collectLog, type LogLine } from '../../support/log-lines.js';
import { clip } from '../../support/given/videos.js';
import { begin } from '../../support/given/publications.js';
import { tell } from '../../support/given/notifications.js';

const connector = useConnector({ environment: { LOG_LEVEL: 'debug' } });
const WARN = pino.levels.values.warn ?? 40;
let log: LogLine[];

beforeAll(() => {
  log = collectLog(connector().app);
});

/** What a client has sent when it goes. */
type Sent = (running: RunningConnector) => Promise<string | Buffer>;

const ORG = 'acme';
const authorised = (running: RunningConnector) =>
  `orgid: ${ORG}\r\nauthorization: Bearer ${running.token(ORG)}\r\n`;
const POST = 'POST /api/upstream/call/tiktok-provider/init-video-upload HTTP/1.1\r\nhost: x\r\n';
const WEBHOOK = 'POST /connect/webhook/tiktok HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n';

async function uploadHead(
  running: RunningConnector,
  method: string,
  more = '',
  tus = false,
): Promise<string> {
  const { api } = await running.tenant();
  const { uploadUrl, tusUrl } = await begin(api);
  if (tus) {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '9000000' };
    await fetch(tusUrl, { method: 'POST', headers });
  }
  const { pathname, search } = new URL(tus ? tusUrl : uploadUrl);
  return `${method} ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-length: 9000000\r\n${more}\r\n`;
}

const SENT: Record<string, Sent> = {
  'half a request line': async () => 'GET /api/integ',
  'half of its headers': async () => 'GET /api/integrations HTTP/1.1\r\nhost: x\r\nx: ',
  'a call whose answer it does not wait for': async (running) =>
    `GET /api/doctor HTTP/1.1\r\nhost: x\r\n${authorised(running)}\r\n`,
  'half of a JSON body': async (running) =>
    `${POST}${authorised(running)}content-type: application/json\r\ncontent-length: 500\r\n\r\n{"title":`,
  'half of a JSON body in chunks': async (running) =>
    `${POST}${authorised(running)}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":`,
  'half of a webhook': async () => `${WEBHOOK}content-type: application/json\r\n\r\n{"client_key":`,
  'half of a webhook of another type': async () => `${WEBHOOK}content-type: text/plain\r\n\r\n{"client_key":`,
  'half of a raw upload': async (running) =>
    Buffer.concat([Buffer.from(await uploadHead(running, 'PUT')), (await clip()).subarray(0, 5_000)]),
  'half of a multipart upload': async (running) => {
    const type = 'content-type: multipart/form-data; boundary=x\r\n';
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';
    const head = (await uploadHead(running, 'POST', type)) + part;
    return Buffer.concat([Buffer.from(head), (await clip()).subarray(0, 5_000)]);
  },
  'half of a multipart upload, before its file': async (running) =>
    `${await uploadHead(running, 'POST', 'content-type: multipart/form-data; boundary=x\r\n')}--x\r\n`,
  'half of a piece of a resumable upload': async (running) => {
    const headers =
      'tus-resumable: 1.0.0\r\nupload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\n';
    const head = await uploadHead(running, 'PATCH', headers, true);
    return Buffer.concat([Buffer.from(head), (await clip()).subarray(0, 50_000)]);
  },
  'an upload that is refused while it sends': async () =>
    Buffer.concat([
      Buffer.from('PUT /uploads/x HTTP/1.1\r\nhost: x\r\ncontent-length: 9000000\r\n\r\n'),
      Buffer.alloc(1_000_000),
    ]),
  'the request for an event stream': async (running) => {
    await tell(running, ORG);
    return `GET /api/notifications/stream HTTP/1.1\r\nhost: x\r\n${authorised(running)}\r\n`;
  },
};

describe.each(Object.keys(SENT))('a client that disconnects after sending %s', (name) => {
  it.each(['closes', 'resets'] as const)(
    'and %s the connection logs no warning and no stack',
    async (how) => {
      const bytes = (await SENT[name]?.(connector())) ?? '';
      log.length = 0;
      const accepted = once(connector().app.getHttpServer() as Server, 'connection') as Promise<[Socket]>;
      const socket = connect(connector().config.http.port, '127.0.0.1');
      socket.on('error', () => undefined);
      const [ofService] = await accepted;
      socket.write(bytes);
      await wait(150);

      if (how === 'closes') socket.destroy();
      else socket.resetAndDestroy();

      await eventually(() => ofService.destroyed);
      await wait(200);
      const bad = log.filter(({ level, err }) => level >= WARN || (err && 'stack' in err));
      expect(bad).toEqual([]);
    },
  );
});
