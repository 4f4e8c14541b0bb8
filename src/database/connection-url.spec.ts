import { describe, expect, it } from '@jest/globals';
import { serviceDataSource, systemDataSource } from './data-source-options.js';
import { extractConnectionParameters } from './connection-url.js';
import { poolShares } from './pool-shares.js';

describe('extractConnectionParameters', () => {
  it.each([
    'postgres://u:p%40ss@h:5432/db?sslmode=require',
    'postgresql:///db?host=/var/run/postgresql',
    'not a url',
  ])('leaves %s unchanged', (url) => {
    expect(extractConnectionParameters(url)).toEqual({ url, options: undefined });
  });

  it('removes the parameters that every connection sets itself', () => {
    const url = 'postgres://u@h/db?application_name=mine&options=-c%20statement_timeout%3D5s&sslmode=require';
    expect(extractConnectionParameters(url)).toEqual({
      url: 'postgres://u@h/db?sslmode=require',
      options: '-c statement_timeout=5s',
    });
  });
});

describe('serviceDataSource and systemDataSource', () => {
  const url = 'postgres://u@h/db?options=-c%20role%3Dpostgres&application_name=mine';
  const KEEP_ALIVE = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

  it('set their own role and name, regardless of the URL', () => {
    expect(serviceDataSource(url, 3, 'api')).toMatchObject({
      url: 'postgres://u@h/db',
      applicationName: expect.stringMatching(/^tiktok-connector api tenants schema \d+$/),
      extra: { options: `${KEEP_ALIVE} -c role=postgres -c role=tiktok_connector_app` },
    });
    expect(systemDataSource(url, 3, 'worker')).toMatchObject({
      applicationName: expect.stringMatching(/^tiktok-connector worker system schema \d+$/),
      extra: { options: `${KEEP_ALIVE} -c role=postgres -c role=tiktok_connector_system` },
    });
  });

  it.each([
    [2, 1, 1],
    [3, 2, 1],
    [4, 2, 1],
    [10, 5, 4],
    [11, 6, 4],
    [200, 100, 99],
  ])(
    'split a pool of %d into %d for tenants, %d for system work, and a reserved one',
    (size, tenants, system) => {
      expect(poolShares(size)).toEqual({ tenants, system });
    },
  );
});
