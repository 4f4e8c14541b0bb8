import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminAction } from './admin-action.entity.js';
import { AuditController } from './audit.controller.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { AuditJanitor } from './audit-janitor.js';
import { AuditLists } from './audit-lists.js';
import { AuditTrail } from './audit-trail.js';

/** Must be imported after AuthModule, whose interceptor enters the organisation, and after IdempotencyModule. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AdminAction])],
  controllers: [AuditController],
  providers: [AuditJanitor, AuditLists, AuditTrail, { provide: APP_INTERCEPTOR, useClass: AuditInterceptor }],
  exports: [AuditTrail],
})
export class AuditModule {}
