import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { CreativesModule } from '../creatives/creatives.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { AdGroupsController } from './ad-groups.controller.js';
import { AdsController } from './ads.controller.js';
import { CampaignsController } from './campaigns.controller.js';
import { CreateChecks } from './create-checks.js';
import { ChangeLists } from './change-lists.js';
import { ChangesController } from './changes.controller.js';
import { KillSwitchController } from './kill-switch.controller.js';
import { KillSwitch } from './kill-switch.js';
import { ObjectCreates } from './object-creates.js';
import { ObjectDetails } from './object-details.js';
import { ObjectFinder } from './object-finder.js';
import { ObjectLists } from './object-lists.js';
import { CreateAliasesController } from './create-aliases.controller.js';
import { ObjectPatches } from './updates/object-patches.js';
import { SpendFloor } from './updates/spend-floor.js';
import { WrittenObjects } from './written-objects.js';
import { StatusController } from './status.controller.js';
import { StatusRequests } from './status-requests.js';

/** What users do with campaigns, ad groups and ads, one by one. */
@Module({
  imports: [CreativesModule, FactsModule, IntegrationsModule, ObjectsModule, PolicyModule, WritesModule],
  controllers: [
    StatusController,
    CampaignsController,
    AdGroupsController,
    AdsController,
    ChangesController,
    KillSwitchController,
    CreateAliasesController,
  ],
  providers: [
    ChangeLists,
    CreateChecks,
    KillSwitch,
    ObjectCreates,
    ObjectDetails,
    ObjectFinder,
    ObjectLists,
    ObjectPatches,
    SpendFloor,
    StatusRequests,
    WrittenObjects,
  ],
})
export class ManagementModule {}
