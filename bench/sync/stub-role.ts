// A bare server that answers the video list of an account with as many videos as it is asked to have.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { play } from '../sandbox/role.js';

const PAGE = 20;
const NEWEST_SECONDS = 1_790_000_000;
const APART_SECONDS = 60;

// Pages that are ready before the measurement, so that it holds little of this server's own work.
const READY_PAGES = 1_000;

let videos = 0;
let ready: string[] = [];

function videoAt(index: number): object {
  const id = (7_600_000_000_000_000_000n - BigInt(index) * 1_000n).toString();
  const counter = (index * 7919) % 100_000;
  return {
    id,
    create_time: NEWEST_SECONDS - index * APART_SECONDS,
    cover_image_url: `https://p16-sign.tiktokcdn.com/tos/${id}.jpeg?x-expires=1790021600&x-signature=c2lnbmF0dXJlLW9mLWNvdmVy`,
    share_url: `https://www.tiktok.com/@bench/video/${id}?utm_campaign=tt4d_open_api&utm_source=bench`,
    video_description: `A day with our oldest bicycle, part ${index} #howto #makers`,
    title: `A day with our oldest bicycle, part ${index} #howto #makers`,
    duration: 8 + (index % 80),
    view_count: counter * 11,
    like_count: counter,
    comment_count: counter % 97,
    share_count: counter % 31,
  };
}

function pageFrom(first: number): string {
  const count = Math.max(0, Math.min(PAGE, videos - first));
  const page = Array.from({ length: count }, (_, index) => videoAt(first + index));
  const end = first + count;
  return JSON.stringify({
    data: {
      videos: page,
      cursor: (NEWEST_SECONDS - (end - 1) * APART_SECONDS) * 1000,
      has_more: end < videos,
    },
    error: { code: 'ok', message: '', log_id: `bench-${first}` },
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { cursor } = JSON.parse((await text(request)) || '{}') as { cursor?: number };
  const first = cursor ? (NEWEST_SECONDS - cursor / 1000) / APART_SECONDS + 1 : 0;
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(ready[first / PAGE] ?? pageFrom(first));
}

const server = createServer((request, response) => void answer(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

play((server.address() as AddressInfo).port, (question) => {
  ({ videos } = question as { videos: number });
  const pages = Math.min(READY_PAGES, Math.ceil(videos / PAGE));
  ready = Array.from({ length: pages }, (_, index) => pageFrom(index * PAGE));
  return Promise.resolve({ videos });
});
