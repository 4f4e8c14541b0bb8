import type { CallExample } from '../../../common/index.js';
import type { ConversationPage } from './conversation-page.view.js';
import type { UnreadCountsView } from './unread-counts.view.js';

export const CONVERSATION_ID = '01a22ae3-666e-7602-8e5c-026aef7cf413';

export const CONVERSATIONS: CallExample<never, ConversationPage> = {
  summary: 'One unread comment',
  status: 200,
  answer: {
    items: [
      {
        id: CONVERSATION_ID,
        integrationId: '01a22ae3-55bc-74c1-be5c-2d0110e8eac4',
        kind: 'comment',
        videoId: '7713829442120707472',
        rootCommentId: '7713829448732526271',
        status: 'open',
        assignee: null,
        unreadCount: 1,
        lastReadAt: null,
        lastMessageAt: '2026-11-30T05:17:55.642Z',
        lastMessageText: 'Is it available in size M? 😍',
        lastMessageDirection: 'in',
        lastInboundAt: '2026-11-30T05:17:55.642Z',
        lastOutboundAt: null,
        ad: null,
        contact: {
          id: '01a22ae3-65e4-74f7-a565-0c3142777f3f',
          name: 'Lena',
          username: 'lena.k',
          picture: null,
        },
      },
    ],
  },
};

export const UNREAD_COUNTS: CallExample<never, UnreadCountsView> = {
  summary: 'Three unread conversations, one of them closed',
  status: 200,
  answer: {
    total: 3,
    byStatus: { open: 2, pending: 0, closed: 1 },
    byKind: { comment: 2, ad_comment: 0, message: 1 },
    byAccount: [{ integrationId: '01a22ae3-55bc-74c1-be5c-2d0110e8eac4', count: 3 }],
    byAssignment: { mine: 1, unassigned: 2 },
    isComplete: true,
  },
};
