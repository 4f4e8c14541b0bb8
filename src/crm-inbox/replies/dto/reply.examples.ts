import type { CallExample } from '../../../common/index.js';
import { CONVERSATION_ID } from '../../conversations/dto/conversations.examples.js';
import type { QueuedReplyView } from '../../outbox/dto/queued-reply.view.js';
import type { ReplyDto } from './reply.dto.js';

export const REPLY: CallExample<ReplyDto, QueuedReplyView> = {
  summary: 'A reply to the newest comment',
  request: { text: 'Yes, from Monday. 💚' },
  status: 202,
  answer: {
    id: '01a22ae3-ade9-74e7-8c2b-8a8cd2bb1645',
    conversationId: CONVERSATION_ID,
    messageId: '01a22ae3-666b-71b6-83e1-94182392360e',
    kind: 'comment_reply',
    text: 'Yes, from Monday. 💚',
    status: 'queued',
    statusText: 'Waiting to be sent.',
    action: 'wait',
    commentId: null,
    reach: null,
    failCode: null,
    createdBy: 'anna',
    createdAt: '2026-11-30T05:18:13.994Z',
    sentAt: null,
    settledAt: null,
    warnings: [],
  },
};
