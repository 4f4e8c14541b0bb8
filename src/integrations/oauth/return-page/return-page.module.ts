import { Module } from '@nestjs/common';
import { ReturnPageController } from './return-page.controller.js';

/** The page on which a consent ends in development; production does not have the route. */
@Module({ controllers: [ReturnPageController] })
export class ReturnPageModule {}
