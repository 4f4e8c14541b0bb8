import { describe, expect, it } from '@jest/globals';
import { serviceDataSource, systemDataSource } from './data-source-options.js';
import { takeOwnParameters } from './connection-url.js';
import { poolShares } from './pool-shares.js';

describe('takeOwnParameters', () => {
  it.each([
    'postgres://u:p%40ss@h:5432/db?sslmode=require',
    'postgresql:///db?host=/var/run/postgresql',
    'not a url',
  ])('leaves %s as it is', (url) => {
    expect(takeOwnParameters(url)).toEqual({ url, options: undefined });
  });

  it('takes out what every connection sets itself', () => {
    const url = 'postgres://u@h/db?application_name=mine&options=-c%20statement_timeout%3D5s&sslmode=require';
    expect(takeOwnParameters(url)).toEqual({
      url: 'postgres://u@h/db?sslmode=require',
      options: '-c statement_timeout=5s',
    });
  });
});

describe('the connections of the service', () => {
  const url = 'postgres://u@h/db?options=-c%20role%3Dpostgres&application_name=mine';

  it('work as their role and under their name, whatever the URL says', () => {
    expect(serviceDataSource(url, 3, 'api')).toMatchObject({
      url: 'postgres://u@h/db',
      applicationName: expect.stringMatching(/^tiktok-connector api tenants schema \d+$/),
      extra: { options: '-c role=postgres -c role=tiktok_connector_app' },
    });
    expect(systemDataSource(url, 3, 'worker')).toMatchObject({
      applicationName: expect.stringMatching(/^tiktok-connector worker system schema \d+$/),
      extra: { options: '-c role=postgres -c role=tiktok_connector_system' },
    });
  });

  it.each([
    [2, 1, 1],
    [3, 2, 1],
    [10, 5, 5],
    [11, 6, 5],
    [200, 100, 100],
  ])('share %d out as %d and %d', (size, tenants, system) => {
    expect(poolShares(size)).toEqual({ tenants, system });
  });
});
