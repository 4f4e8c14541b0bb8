import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyJanitor } from './idempotency-janitor.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { IdempotentAnswers } from './idempotent-responses.js';

/** Must be imported after AuthModule, whose interceptor enters the organisation. */
@Global()
@Module({
  providers: [
    IdempotencyJanitor,
    IdempotencyKeys,
    IdempotentAnswers,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [IdempotentAnswers],
})
export class IdempotencyModule {}
