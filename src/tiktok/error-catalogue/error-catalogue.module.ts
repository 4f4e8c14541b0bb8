import { Module } from '@nestjs/common';
import { ErrorExplainer } from './error-explainer.js';
import { UnknownCodes } from './unknown-codes.js';

@Module({ providers: [ErrorExplainer, UnknownCodes], exports: [ErrorExplainer, UnknownCodes] })
export class ErrorCatalogueModule {}
