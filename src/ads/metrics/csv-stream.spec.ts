import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { csvStream, type CsvPage } from './csv-stream.js';

const scope = new AsyncLocalStorage<string>();

class Pages {
  read = 0;
  ended = false;
  readonly scopes: (string | undefined)[] = [];

  async *from(count: number, rows = 1): AsyncGenerator<CsvPage, void> {
    try {
      for (let page = 0; page < count; page += 1) {
        await tick();
        this.read += 1;
        this.scopes.push(scope.getStore());
        yield pageOf(page, rows);
      }
    } finally {
      this.ended = true;
    }
  }
}

function pageOf(page: number, rows: number): CsvPage {
  const items = Array.from({ length: rows }, (_, row) => ({
    objectId: `${page}.${row}`,
    day: null,
    hour: null,
    segment: null,
    final: true,
    provisional: [],
    finalAt: new Date(0),
    metrics: { spend: '1.00' },
  }));
  return { accountId: '7', level: 'ad', currency: 'USD', timeZone: 'Etc/UTC', asOf: new Date(0), items };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await tick();
}

async function* broken(): AsyncGenerator<CsvPage, void> {
  await tick();
  yield* failing();
}

function failing(): CsvPage[] {
  throw new Error('TikTok is unavailable');
}

describe('csvStream', () => {
  it('writes one header and all rows, also after an empty page', async () => {
    const { stream } = await csvStream(['spend'], new Pages().from(3, 2));
    const lines = (await stream.toArray()).join('').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 3 * 2);
    const { stream: empty } = await csvStream(['spend'], new Pages().from(2, 0));
    expect((await empty.toArray()).join('').trimEnd().split('\r\n')).toHaveLength(1);
  });

  it('does not read ahead of a client that is slow', async () => {
    const pages = new Pages();
    const { stream } = await csvStream(['spend'], pages.from(1_000));
    stream.read(0);
    await settle();
    expect(pages.read).toBeLessThanOrEqual(3);
    stream.destroy();
  });

  it('stops reading when the client is gone', async () => {
    const pages = new Pages();
    const { stream } = await csvStream(['spend'], pages.from(1_000));
    for await (const chunk of stream) if (String(chunk).startsWith('7,')) break;
    await settle();
    expect(pages.ended).toBe(true);
    expect(pages.read).toBeLessThan(10);
  });

  it('reads each page in the context of its request', async () => {
    const pages = new Pages();
    const { stream } = await scope.run('org-a', () => csvStream(['spend'], pages.from(3)));
    await scope.run('org-b', () => stream.toArray());
    expect(pages.scopes).toEqual(['org-a', 'org-a', 'org-a']);
  });

  it('fails before it starts if the first page fails', async () => {
    await expect(csvStream(['spend'], broken())).rejects.toThrow('TikTok is unavailable');
  });
});
