import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const SRC = path.resolve('src');
// Developers read these: routes, the API document, and the field `fixCall`.
const FOR_DEVELOPERS =
  /\.controller\.ts$|\/openapi-metadata\.ts$|\/dto\/|\/openapi\/|\.view\.ts$|\/capabilities\.ts$|\.spec\.ts$/;
const VERBS =
  /@(?:Post|Get)\((\[?)'(?:upstream\/call\/tiktok-provider\/)?([a-z]+(?:-[a-z]+)+)'(?:, '([a-z-]+)')?/g;

async function sources(): Promise<[file: string, text: string][]> {
  const names = (await readdir(SRC, { recursive: true })).filter((name) => name.endsWith('.ts'));
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(path.join(SRC, name), 'utf8'),
    ]),
  );
}

it('no notice, error or fix text names a call of the API', async () => {
  const all = await sources();
  const controllers = all.filter(([name]) => name.endsWith('.controller.ts'));
  const verbs = controllers
    .flatMap(([, text]) => [...text.matchAll(VERBS)].flatMap(([, , one, other]) => [one, other]))
    .filter((verb) => verb !== undefined && verb !== 'read-all');
  expect(verbs).toEqual(
    expect.arrayContaining(['get-auth-url', 'init-video-upload', 'publish-photo', 'retry-publication']),
  );

  const found = all
    .filter(([name]) => !FOR_DEVELOPERS.test(`/${name}`))
    .flatMap(([name, text]) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => verbs.some((verb) => verb && new RegExp(`\\b${verb}\\b`).test(line)))
        .filter((line) => !line.includes('import ') && !/^export .* from '/.test(line.trim()))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
