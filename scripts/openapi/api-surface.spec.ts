import { describe, expect, it } from '@jest/globals';
import { apiSurface, unannounced, type DescribedApi } from './api-surface.js';

const API: DescribedApi = {
  paths: {
    '/api/posts': {
      get: {
        parameters: [
          { name: 'status', in: 'query' },
          { name: 'orgid', in: 'header' },
        ],
        responses: {
          200: { content: { 'application/json': { schema: { properties: { items: { items: {} } } } } } },
          429: {},
        },
      },
      post: {
        requestBody: { content: { 'application/json': { schema: { properties: { title: {} } } } } },
        responses: { 201: {} },
      },
    },
  },
  components: {
    schemas: {
      Post: { properties: { kind: { enum: ['video', 'photo'] }, tags: { items: { enum: ['a'] } } } },
    },
  },
};

describe('apiSurface', () => {
  it('lists routes, parameters, fields, statuses and values', () => {
    expect(apiSurface(API)).toEqual([
      'GET /api/posts',
      'GET /api/posts 200',
      'GET /api/posts 200.items',
      'GET /api/posts 429',
      'GET /api/posts ?status',
      'GET /api/posts header orgid',
      'POST /api/posts',
      'POST /api/posts 201',
      'POST /api/posts body.title',
      'Post',
      'Post.kind',
      'Post.kind = photo',
      'Post.kind = video',
      'Post.tags',
      'Post.tags[] = a',
    ]);
  });
});

describe('unannounced', () => {
  const before = [
    'GET /api/posts',
    'GET /api/posts 200',
    'GET /api/postings',
    'Post.kind',
    'Post.kind = video',
  ];

  it.each([
    ['nothing is gone', before, '', []],
    ['new lines are no loss', [...before, 'Post.title'], '', []],
    ['a value is gone', before.slice(0, -1), '', ['Post.kind = video']],
    ['a value is gone with an announcement', before.slice(0, -1), '- Removed `Post.kind = video`.', []],
    ['an announced route takes its answers with it', before.slice(2), '- Removed `GET /api/posts`.', []],
    [
      'a route with a longer name is not announced',
      ['Post.kind', 'Post.kind = video'],
      '`GET /api/posts`',
      ['GET /api/postings'],
    ],
    ['an announced field takes its values with it', before.slice(0, 3), '`Post.kind`', []],
  ])('%s', (_title, now, changelog, expected) => {
    expect(unannounced(before, now, changelog)).toEqual(expected);
  });
});
