import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FormBody, type FormFile } from './form-body.js';

function file(bytes: Uint8Array, name = 'a.mp4'): FormFile {
  const open = () => Readable.from([Buffer.from(bytes)]);
  return { field: 'video_file', name, mediaType: 'video/mp4', sizeBytes: bytes.length, open };
}

async function parsed(form: FormBody): Promise<FormData> {
  const body = new Uint8Array(await buffer(form.open()));
  return await new Response(body, { headers: form.headers }).formData();
}

describe('FormBody', () => {
  it('is what an independent parser reads, with the stated length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 2000 }),
        fc.string(),
        async (bytes, value) => {
          const form = new FormBody(
            { advertiser_id: '7', note: value.replaceAll(/[\r\n\0]/g, '') },
            file(bytes),
          );
          const sent = await buffer(form.open());
          expect(form.headers['content-length']).toBe(String(sent.length));

          const fields = await parsed(form);
          const received = fields.get('video_file') as File;
          expect(fields.get('advertiser_id')).toBe('7');
          expect(Buffer.from(await received.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('opens the file again for a second attempt', async () => {
    const form = new FormBody({}, file(Buffer.from('abc')));
    expect((await buffer(form.open())).equals(await buffer(form.open()))).toBe(true);
  });

  it('keeps quotes and line breaks of a file name out of the header', async () => {
    const form = new FormBody({}, file(Buffer.from('abc'), 'a"\r\nx: y.mp4'));
    const head = (await buffer(form.open())).toString().split('\r\n\r\n')[0] ?? '';
    expect(head).toContain('filename="a%22%0D%0Ax: y.mp4"');
  });
});
