import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { ToolsController } from './tools.controller.js';
import { ToolsService } from './tools.service.js';

/** What the forms of ads offer. */
@Module({
  imports: [IntegrationsModule],
  controllers: [ToolsController],
  providers: [ToolsService],
  exports: [ToolsService],
})
export class ToolsModule {}
