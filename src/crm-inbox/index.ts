// Comments as conversations. Must never answer for somebody, and never show one organisation's threads to another.
export { CrmInboxModule } from './crm-inbox.module.js';
export { InboxIntake } from './inbox-intake.js';
