// What the service is measured against: the same file in the same chunks, from the disk through Node's own client, and
// nothing else.
import { createReadStream } from 'node:fs';
import { Agent, request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { play } from '../sandbox/role.js';

export interface BareUpload {
  readonly url: string;
  readonly file: string;
  readonly size: number;
  readonly chunkSize: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function put({ url, file, size }: BareUpload, first: number, last: number): Promise<void> {
  const outgoing = request(url, {
    method: 'PUT',
    agent,
    headers: {
      'content-type': 'video/mp4',
      'content-length': last - first + 1,
      'content-range': `bytes ${first}-${last}/${size}`,
    },
  });
  const status = new Promise<number>((resolve, reject) => {
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
  });
  await pipeline(createReadStream(file, { start: first, end: last, highWaterMark: 1024 * 1024 }), outgoing);
  const answer = await status;
  if (answer !== 201 && answer !== 206) throw new Error(`the chunk was answered with ${answer}`);
}

play(0, async (question) => {
  const upload = question as BareUpload;
  const count = Math.floor(upload.size / upload.chunkSize);
  for (let index = 0; index < count; index += 1) {
    const first = index * upload.chunkSize;
    await put(upload, first, index === count - 1 ? upload.size - 1 : first + upload.chunkSize - 1);
  }
  return {};
});
