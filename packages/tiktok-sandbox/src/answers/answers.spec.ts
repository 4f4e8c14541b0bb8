import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, SandboxClient } from '../testing/sandbox-client.js';
import { type AnswerFile, answerFileProblem } from './answer-file.js';
import { answerProblems, sourceProblems } from './repository-answers.js';

const ROOT = new URL('../../../..', import.meta.url).pathname;

function recorded(name: string): AnswerFile {
  const file = new URL(`${name}.answer.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as AnswerFile;
}

describe('recorded and hand-written TikTok answers', () => {
  it('have the declared kind, everywhere in this repository', () => {
    expect(answerProblems(ROOT)).toEqual([]);
  });

  it.each([
    ['success', { data: {}, error: { code: 'access_token_invalid', message: '', log_id: '1' } }],
    ['success', { error: 'invalid_grant', error_description: 'why', log_id: '1' }],
    ['success', { code: 40105, message: 'why', request_id: '1', data: {} }],
    ['error', { code: 0, message: 'OK', request_id: '1', data: {} }],
    ['error', { access_token: 'a', expires_in: 1 }],
  ] as const)('are found out when they are declared a %s and are not: %j', (kind, body) => {
    expect(answerFileProblem({ kind, source: 'here', status: 200, body })).toMatch(/its envelope says/);
  });

  it('are also checked in source files', () => {
    // Concatenated, so that the check does not find this file.
    const object = `{ data: { user: 1 }, ${'error'}: { code: 'internal_error' } }`;
    const literal = `'${JSON.stringify({ code: 50000, message: 'm', request_id: '1', data: { id: '7' } })}'`;
    expect(sourceProblems(object)).toHaveLength(1);
    expect(sourceProblems(literal)).toHaveLength(1);
    expect(sourceProblems(literal.replace('50000', '0'))).toEqual([]);
    expect(sourceProblems(literal.replace('50000', '20001'))).toEqual([]);
  });
});

/** Every response has a new log id. */
function withoutLogId(text: string): unknown {
  return JSON.parse(text.replaceAll(/"log_id":"\w+"/g, '"log_id":""'));
}

describe('the sandbox responds as recorded', () => {
  let client: SandboxClient;
  let token: string;
  beforeAll(async () => {
    client = await SandboxClient.start();
    await client.control('/accounts', { username: 'empty', videos: 0 });
    token = await client.accessToken({ sandbox_account: 'empty' });
  });
  afterAll(() => client.close());

  const calls: Record<string, () => Promise<Answer>> = {
    'video-list-empty': () => client.api('/v2/video/list/?fields=id', token),
    'user-info-without-fields': () => client.api('/v2/user/info/', token, '', 'GET'),
    'access-token-invalid': () => client.api('/v2/user/info/?fields=open_id', 'act.none', '', 'GET'),
    'refresh-token-invalid': () => client.token({ grant_type: 'refresh_token', refresh_token: 'rft.none' }),
    'photo-upload-refused': () =>
      client.api('/v2/post/publish/content/init/', token, {
        media_type: 'PHOTO',
        post_mode: 'DIRECT_POST',
        post_info: { privacy_level: 'SELF_ONLY' },
        source_info: { source: 'FILE_UPLOAD' },
      }),
  };

  it.each(Object.keys(calls))('%s', async (name) => {
    const { status, body } = recorded(name);
    const answer = await calls[name]?.();
    expect(answer?.status).toBe(status);
    expect(withoutLogId(answer?.text ?? '')).toEqual(withoutLogId(JSON.stringify(body)));
  });
});
