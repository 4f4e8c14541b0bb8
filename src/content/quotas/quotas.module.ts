import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { PostModule } from '../post/post.module.js';
import { QuotaGate } from './quota-gate.js';
import { QuotaLedger } from './quota-ledger.js';
import { QuotaPlan } from './quota-plan.js';
import { QuotaRefusals } from './quota-refusals.js';

@Module({
  imports: [IntegrationsModule, PostModule],
  providers: [QuotaGate, QuotaLedger, QuotaPlan, QuotaRefusals],
  exports: [QuotaGate, QuotaPlan, QuotaRefusals],
})
export class QuotasModule {}
