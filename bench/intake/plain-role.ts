// The plain way: NestJS on Express, the signature verified over the raw body, and one `save` for each request. It runs no
// background work, and its login owns the table, so that no policy is applied.
import 'reflect-metadata';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Headers, HttpCode, Module, Post, Req, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { ExpressAdapter } from 'plain-nest-express';
import type { Repository } from 'typeorm';
import { ownMemory, play } from '../sandbox/role.js';
import { PlainEvent } from './plain-event.js';

const [url, poolSize] = process.argv.slice(2);
const SECRET = 'sandbox-client-secret';
const WINDOW_SECONDS = 300;

interface Delivery {
  client_key: string;
  event: string;
  create_time: number;
  user_openid?: string;
  content: string;
}

@Controller()
class PlainController {
  constructor(@InjectRepository(PlainEvent) private readonly events: Repository<PlainEvent>) {}

  @Post('webhook')
  @HttpCode(200)
  async receive(
    @Headers('tiktok-signature') signature: string,
    @Req() { rawBody, body }: { rawBody: Buffer; body: Delivery },
  ): Promise<void> {
    verify(signature, rawBody);
    await this.events.save({
      dedupeKey: createHash('sha256').update(rawBody).digest(),
      clientKey: body.client_key,
      event: body.event,
      userOpenId: body.user_openid ?? null,
      content: body.content,
      rawBody,
      eventTime: new Date(body.create_time * 1000),
      receivedAt: new Date(),
      status: 'received',
    });
  }
}

function verify(header: string, rawBody: Buffer): void {
  const [, time = '', hex = ''] = /^t=(\d+),s=([0-9a-f]{64})$/.exec(header) ?? [];
  const expected = createHmac('sha256', SECRET).update(`${time}.`).update(rawBody).digest();
  const isFresh = Math.abs(Date.now() / 1000 - Number(time)) <= WINDOW_SECONDS;
  if (!hex || !isFresh || !timingSafeEqual(expected, Buffer.from(hex, 'hex')))
    throw new UnauthorizedException();
}

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: url ?? '',
      entities: [PlainEvent],
      synchronize: true,
      poolSize: Number(poolSize),
    }),
    TypeOrmModule.forFeature([PlainEvent]),
  ],
  controllers: [PlainController],
})
class PlainModule {}

const app = await NestFactory.create(PlainModule, new ExpressAdapter(), { rawBody: true, logger: ['error'] });
await app.init();
const server = app.getHttpServer() as Server;
await once(server.listen(0, '127.0.0.1'), 'listening');

play((server.address() as AddressInfo).port, () => Promise.resolve(ownMemory()));
