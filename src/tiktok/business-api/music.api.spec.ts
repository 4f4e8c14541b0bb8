import { describe, expect, it } from '@jest/globals';
import { TokenInterceptor } from '../http/token.interceptor.js';
import { envelope, ScriptedTransport, SPEC_CONFIG } from '../testing/scripted-transport.js';
import { BusinessClient } from './business-client.js';
import { MusicApi } from './music.api.js';

function trending(data: object) {
  const tokens = {
    accessToken: () => Promise.resolve('act.1'),
    renewedToken: () => Promise.resolve('act.2'),
  };
  const transport = new ScriptedTransport([envelope(0, data)]);
  const music = new MusicApi(new BusinessClient(SPEC_CONFIG, new TokenInterceptor(transport, tokens)));
  return music.trending({ credentialId: 'c1', businessId: '-000abc' }, { country_code: 'DE' });
}

describe('MusicApi.trending', () => {
  it.each([
    ['a list', { list: [{ commercial_music_id: '1' }] }, [{ commercial_music_id: '1' }]],
    ['no trending tracks', { list: null }, []],
    ['no list', {}, undefined],
  ])('reads %s', async (_case, data, tracks) => {
    await expect(trending(data)).resolves.toEqual(tracks);
  });
});
