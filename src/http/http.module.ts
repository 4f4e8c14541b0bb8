import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { CallCounters } from './limits/call-counters.js';
import { CallLimitGuard } from './limits/call-limit.guard.js';
import { CallLimits } from './limits/call-limits.js';
import { LimitedCalls } from './limits/limited-calls.js';
import { LimitedProblemFilter } from './limits/limited-problem.filter.js';
import { LimitsRedis } from './limits/limits-redis.js';
import { UnknownActionController } from './unknown-action.controller.js';

/** Comes last of the modules: its guard counts whom the guards before it have let in. */
@Module({
  controllers: [HealthController, UnknownActionController],
  providers: [
    CallCounters,
    CallLimits,
    LimitedCalls,
    LimitsRedis,
    { provide: APP_GUARD, useClass: CallLimitGuard },
    { provide: APP_FILTER, useClass: LimitedProblemFilter },
  ],
})
export class HttpModule {}
