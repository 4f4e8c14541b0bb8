// Comments and direct messages as conversations. Must never reply on anyone's behalf, or show one organisation's threads to another.
export { CrmInboxModule } from './crm-inbox.module.js';
export { DirectIntake } from './direct/direct-intake.js';
export { DirectPoll } from './direct/direct-poll.js';
export { InboxIntake } from './inbox-intake.js';
