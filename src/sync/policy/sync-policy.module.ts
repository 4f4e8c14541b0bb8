import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SyncPolicies } from './sync-policies.js';
import { SyncPolicyController } from './sync-policy.controller.js';
import { SyncPolicyRow } from './sync-policy.entity.js';

/** How often figures are read. */
@Module({
  imports: [TypeOrmModule.forFeature([SyncPolicyRow])],
  controllers: [SyncPolicyController],
  providers: [SyncPolicies],
  exports: [SyncPolicies],
})
export class SyncPolicyModule {}
