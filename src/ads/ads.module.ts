import { Module } from '@nestjs/common';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({})
export class AdsModule {}
