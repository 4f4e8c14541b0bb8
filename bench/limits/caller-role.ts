// One process of the service, as far as calls to TikTok are concerned: rows of work that always want one more call, and
// wait as long as the error says.
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommonModule } from '../../src/common/index.js';
import { ConfigModule, parseEnvironment } from '../../src/config/index.js';
import {
  AccountApi,
  AccountVideoApi,
  AdReadApi,
  AdvertiserApi,
  ReportApi,
  retryAfterSeconds,
  TikTokHttpModule,
  TikTokTokenSource,
  UserApi,
  VideoApi,
  type ReportQuery,
} from '../../src/tiktok/index.js';
import type { Granted, Work } from './work.js';

const SOME_VIDEO = '7600000000000000000';
const REPORT: ReportQuery = {
  reportType: 'BASIC',
  dataLevel: 'AUCTION_CAMPAIGN',
  dimensions: ['campaign_id', 'stat_time_day'],
  metrics: ['spend', 'impressions'],
  from: '2026-01-01',
  to: '2026-01-07',
  filters: [],
  page: 1,
  pageSize: 100,
};

/** The name of a credential is its token here. */
class TokensByName extends TikTokTokenSource {
  accessToken = (credentialId: string) => Promise.resolve(credentialId);
  renewedToken = () => Promise.reject(new Error('no token of this measurement ends'));
}

@Module({ providers: [TokensByName], exports: [TokensByName] })
class TokensModule {}

@Module({})
class CallerModule {}

const app = await NestFactory.createApplicationContext(
  {
    module: CallerModule,
    imports: [
      ConfigModule.forRoot(parseEnvironment(process.env)),
      CommonModule.forRoot(),
      TikTokHttpModule.forRoot({ module: TokensModule, tokenSource: TokensByName }),
    ],
  },
  { logger: false },
);
const [videos, users, accountVideos, accountProfiles] = [
  app.get(VideoApi),
  app.get(UserApi),
  app.get(AccountVideoApi),
  app.get(AccountApi),
];
const [advertisers, reports, adObjects] = [app.get(AdvertiserApi), app.get(ReportApi), app.get(AdReadApi)];

const granted: Granted = {};

async function row(token: string, call: () => Promise<unknown>): Promise<never> {
  for (;;) {
    try {
      await call();
      granted[token] = (granted[token] ?? 0) + 1;
    } catch (error) {
      const seconds = retryAfterSeconds(error);
      if (seconds === undefined) throw error;
      await sleep(seconds * 1000);
    }
  }
}

/** The calls of the syncs: of videos and profiles, of insights, and of ads. */
function begin({ accounts, advertiser, business }: Work): void {
  for (const { token, rows } of accounts) {
    repeat(rows, () => row(token, () => videos.list(token, undefined)));
    repeat(rows, () => row(token, () => videos.query(token, [SOME_VIDEO])));
    repeat(rows, () => row(token, () => users.info(token, ['user.info.basic', 'user.info.stats'])));
  }
  for (const { token, businessId, rows } of business) {
    const account = { credentialId: token, businessId };
    repeat(rows, () => row(token, () => accountVideos.insights(account, undefined)));
    repeat(rows, () => row(token, () => accountProfiles.get(account, { fields: ['followers_count'] })));
  }
  const { token, ids, rows } = advertiser;
  const [advertiserId = ''] = ids;
  const caller = { credentialId: token, advertiserId };
  repeat(rows, () => row(token, () => advertisers.info(token, ids)));
  repeat(rows, () => row(token, () => reports.integrated(caller, REPORT)));
  repeat(rows, () =>
    row(token, () => adObjects.get(caller, '/campaign/get/', { advertiser_id: advertiserId })),
  );
}

function repeat(times: number, work: () => Promise<never>): void {
  for (let i = 0; i < times; i += 1) void work();
}

process.on('message', (message: Work | 'granted') => {
  if (message === 'granted') process.send?.(granted);
  else begin(message);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
