import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { JwtGuard } from './jwt.guard.js';
import { JwtStrategy } from './jwt.strategy.js';
import { OrganisationGuard } from './organisation.guard.js';
import { OrganisationInterceptor } from './organisation.interceptor.js';

/** Guards every route, in this order: the caller, the organisation, the role. */
@Module({
  imports: [PassportModule],
  providers: [
    JwtStrategy,
    { provide: APP_GUARD, useClass: JwtGuard },
    { provide: APP_GUARD, useClass: OrganisationGuard },
    { provide: APP_INTERCEPTOR, useClass: OrganisationInterceptor },
  ],
})
export class AuthModule {}
