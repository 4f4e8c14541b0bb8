import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { CallCounters } from './limits/call-counters.js';
import { CallLimitGuard } from './limits/call-limit.guard.js';
import { LimitPolicy } from './limits/limit-policy.js';
import { CallMeter } from './limits/call-meter.js';
import { LimitedProblemFilter } from './limits/limited-problem.filter.js';
import { LimitsRedis } from './limits/limits-redis.js';
import { UnknownActionController } from './unknown-action.controller.js';

/** Imported after all other modules, because its guard counts the calls that their guards accept. */
@Module({
  controllers: [HealthController, UnknownActionController],
  providers: [
    CallCounters,
    LimitPolicy,
    CallMeter,
    LimitsRedis,
    { provide: APP_GUARD, useClass: CallLimitGuard },
    { provide: APP_FILTER, useClass: LimitedProblemFilter },
  ],
})
export class HttpModule {}
