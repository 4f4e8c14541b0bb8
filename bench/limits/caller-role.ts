// One process of the service, as far as calls to TikTok are concerned: rows of work that always want one more call, and
// wait as long as the error says.
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommonModule } from '../../src/common/index.js';
import { ConfigModule, parseEnvironment } from '../../src/config/index.js';
import {
  AdvertiserApi,
  retryAfterSeconds,
  TikTokHttpModule,
  TikTokTokenSource,
  VideoApi,
} from '../../src/tiktok/index.js';
import type { Granted, Work } from './work.js';

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
const [videos, advertisers] = [app.get(VideoApi), app.get(AdvertiserApi)];

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

function begin({ accounts, advertiser: { token, ids, rows } }: Work): void {
  for (const account of accounts)
    for (let i = 0; i < account.rows; i += 1)
      void row(account.token, () => videos.list(account.token, undefined));
  for (let i = 0; i < rows; i += 1) void row(token, () => advertisers.info(token, ids));
}

process.on('message', (message: Work | 'granted') => {
  if (message === 'granted') process.send?.(granted);
  else begin(message);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
