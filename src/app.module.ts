import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AdsModule } from './ads/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule } from './auth/index.js';
import { CommonModule, type Clock } from './common/index.js';
import { ConfigModule, type AppConfig } from './config/index.js';
import { ContentModule, StagedFileUses, StagingStore } from './content/index.js';
import { CrmInboxModule, InboxFilesModule } from './crm-inbox/index.js';
import { DatabaseModule } from './database/index.js';
import { DoctorModule } from './doctor/index.js';
import { HttpModule } from './http/index.js';
import { IdempotencyModule } from './idempotency/index.js';
import {
  CredentialTokens,
  IntegrationsModule,
  ReturnPageModule,
  CredentialsModule,
} from './integrations/index.js';
import { JobsModule } from './jobs/index.js';
import { NotificationsModule } from './notifications/index.js';
import { Background, RuntimeModule } from './runtime/index.js';
import { SyncModule } from './sync/index.js';
import { TikTokHttpModule } from './tiktok/index.js';
import { WebhooksModule } from './webhooks/index.js';

/** Composition only: here TikTok's client gets the custody that hands it tokens, and the inbox the store of uploads. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly background: Background) {}

  /** The root's hook is the first of all. */
  async onApplicationShutdown(): Promise<void> {
    await this.background.end();
  }

  /** @param clock by default, the system clock */
  static forRoot(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        CommonModule.forRoot(clock),
        DatabaseModule,
        RuntimeModule,
        JobsModule.forRoot(config),
        ScheduleModule.forRoot(),
        AuthModule,
        IdempotencyModule,
        AuditModule,
        TikTokHttpModule.forRoot({ module: CredentialsModule, tokenSource: CredentialTokens }),
        NotificationsModule,
        IntegrationsModule,
        ...(config.returnPage === undefined ? [] : [ReturnPageModule]),
        ContentModule,
        InboxFilesModule.forRoot({ module: ContentModule, store: StagingStore, uses: StagedFileUses }),
        CrmInboxModule,
        AdsModule,
        SyncModule,
        WebhooksModule,
        DoctorModule,
        HttpModule,
      ],
    };
  }
}
