import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { UnknownActionController } from './unknown-action.controller.js';

@Module({ controllers: [HealthController, UnknownActionController] })
export class HttpModule {}
