import { Module } from '@nestjs/common';
import { ReturnPageController } from './return-page.controller.js';

/** The page that shows a consent's outcome in development. Production does not have the route. */
@Module({ controllers: [ReturnPageController] })
export class ReturnPageModule {}
