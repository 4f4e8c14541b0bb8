// Comments as conversations. Must never reply unasked, send a reply twice, or show one organisation's threads to another.
export { CrmInboxModule } from './crm-inbox.module.js';
export { InboxIntake } from './inbox-intake.js';
