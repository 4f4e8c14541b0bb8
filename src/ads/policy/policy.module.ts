import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { AdPolicy } from './ad-policy.entity.js';
import { LaunchStopper } from './launch-stopper.js';
import { PolicyController } from './policy.controller.js';
import { PolicyGuard } from './policy-guard.js';
import { PolicyStore } from './policy.store.js';
import { SpendBounds } from './spend-bounds.js';
import { SpendFacts } from './spend-facts.js';
import { SpendGate } from './spend-gate.js';
import { SpendLedger } from './spend-ledger.js';

/** What an organisation lets its users spend. */
@Module({
  imports: [IntegrationsModule, ObjectsModule, TypeOrmModule.forFeature([AdPolicy])],
  controllers: [PolicyController],
  providers: [LaunchStopper, PolicyGuard, PolicyStore, SpendBounds, SpendFacts, SpendGate, SpendLedger],
  exports: [LaunchStopper, PolicyGuard],
})
export class PolicyModule {}
