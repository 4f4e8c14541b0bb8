// Comments and messages as conversations. Must never show one organisation's threads to another, keep what an erased
// person said, reply unasked, or send a reply twice.
export { ContactErasure, type ErasedPerson } from './contacts/contact-erasure.js';
export { ErasedPersons } from './contacts/erased-persons.js';
export { CrmInboxModule } from './crm-inbox.module.js';
export { FactIntake } from './fact-intake.js';
export { placementKey } from './facts/ad-placement.js';
export { messageFact, type MessageFact } from './facts/message-fact.js';
export { DirectIntake } from './direct/direct-intake.js';
export { DirectPoll } from './direct/direct-poll.js';
export { InboxFilesModule } from './media/inbox-files.module.js';
export { InboxIntake } from './inbox-intake.js';
export { postOfAdComment, readListedAdComment, type ListedAdGroup } from './listed-ad-comment.js';
export { readListedComment } from './listed-comment.js';
export { AdPermissions } from './replies/ad-permissions.js';
export { CommentHomes, type ThreadHome } from './store/comment-homes.js';
export { ConversationWriter, type InboxAccount } from './store/conversation-writer.js';
export { ReceivedMessages } from './store/received-messages.js';
export { KnownComments } from './store/known-comments.js';
