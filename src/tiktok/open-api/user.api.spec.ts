import { describe, expect, it } from '@jest/globals';
import { readUser } from './user.api.js';

const ASKED = ['open_id', 'avatar_url', 'display_name'];

describe('readUser', () => {
  it.each([[undefined], [null], [''], ['Demo']])('reads the name %j as given or as none', (name) => {
    const user = readUser({ open_id: 'o', avatar_url: 'https://a', display_name: name }, ASKED);

    expect(user).toEqual({ open_id: 'o', avatar_url: 'https://a', display_name: name || null });
  });

  it('says nothing of fields that were not asked for, or are not text', () => {
    const user = readUser({ open_id: 'o', avatar_url: 7, display_name: ['x'], username: 'u' }, ASKED);

    expect(user).toEqual({ open_id: 'o' });
  });

  it.each([
    [undefined],
    [null],
    ['user'],
    [[]],
    [{}],
    [{ open_id: '' }],
    [{ open_id: null, display_name: 'x' }],
  ])('finds no user in %j', (user) => {
    expect(readUser(user, ASKED)).toBeUndefined();
  });

  it('needs no id where the scope for it was not granted', () => {
    expect(readUser({ username: 'demo' }, ['username'])).toEqual({ username: 'demo' });
    expect(readUser({ username: null }, ['username'])).toEqual({ username: null });
    expect(readUser({}, ['username'])).toBeUndefined();
  });
});
