import { Global, Module } from '@nestjs/common';
import { Background } from './background.js';
import { DataFolder } from './data-folder.js';
import { ProcessRegister } from './process-register.js';
import { Readiness } from './readiness.js';
import { SettlementWork } from './settlement-work.js';

@Global()
@Module({
  providers: [Background, DataFolder, ProcessRegister, Readiness, SettlementWork],
  exports: [Background, DataFolder, ProcessRegister, Readiness],
})
export class RuntimeModule {}
