import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Background } from './background.js';
import { DataFolder } from './data-folder.js';
import { HandlerDiscovery } from './handlers/handler-discovery.js';
import { PrivilegeRevocationTask } from './privilege-revocation.task.js';
import { ProcessRegister } from './process-register.js';
import { Readiness } from './readiness.js';
import { SharedTasks } from './shared-tasks.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Background,
    DataFolder,
    HandlerDiscovery,
    PrivilegeRevocationTask,
    ProcessRegister,
    Readiness,
    SharedTasks,
  ],
  exports: [Background, DataFolder, HandlerDiscovery, ProcessRegister, Readiness, SharedTasks],
})
export class RuntimeModule {}
