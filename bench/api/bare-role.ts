// A Fastify route with one query of the same rows: the least that such a list can cost. No caller is checked, and the
// login owns the table, so that no policy is applied.
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import pg from 'pg';
import { ownMemory, play } from '../sandbox/role.js';

const SELECT = `
  SELECT video_id AS "videoId", integration_id AS "integrationId", caption, share_url AS "shareUrl",
    duration_seconds AS "durationSeconds", views, likes, comments, shares, published_at AS "publishedAt",
    captured_at AS "capturedAt"
  FROM social_activity WHERE organisation_id = $1 ORDER BY published_at DESC, video_id DESC LIMIT $2`;

const [connectionString, organisation] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });
const app = fastify();
app.get('/videos', async () => ({ items: (await pool.query(SELECT, [organisation, 20])).rows as object[] }));
await app.listen({ port: 0, host: '127.0.0.1' });

play((app.server.address() as AddressInfo).port, () => Promise.resolve(ownMemory()));
