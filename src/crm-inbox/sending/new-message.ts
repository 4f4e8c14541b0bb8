import { InvalidInputError, UnfitInputError } from '../../common/index.js';
import type { MessageTemplate, OutgoingMessage } from '../../tiktok/index.js';
import { isVisible } from '../outbox/visible-text.js';
import type { CardDto, NewMessageDto } from './dto/new-message.dto.js';

const KINDS = ['text', 'imageId', 'videoId', 'card'] as const;
const BUTTON_MAX = 20;

/** What the ids of a message stand for at TikTok. */
export interface MessageParts {
  mediaId: string | null;
  quotedId: string | null;
}

/**
 * Checks what can be checked without TikTok. Pure.
 * @throws InvalidInputError unless it has exactly one content; UnfitInputError
 */
export function checkMessage(message: NewMessageDto, maxLength: number): void {
  const given = KINDS.filter((kind) => message[kind] !== undefined);
  if (given.length !== 1)
    throw new InvalidInputError(
      'A message has exactly one content: text, imageId, videoId or card.',
      (given.length === 0 ? KINDS.slice(0, 1) : given).map((field) => ({
        field,
        message:
          given.length === 0 ? 'is missing, and so are imageId, videoId and card' : 'must be sent alone',
      })),
    );
  const { text, card, quotedMessageId } = message;
  if (quotedMessageId !== undefined && text === undefined)
    throw new InvalidInputError('Only a text can quote a message.', [
      { field: 'quotedMessageId', message: 'needs a text' },
    ]);
  if (text !== undefined) checkText(text, maxLength);
  if (card) checkCard(card);
}

function checkText(text: string, limit: number): void {
  const refuse = (message: string) =>
    new UnfitInputError('message_text', [{ field: 'text', message, value: text.length, limit }]);
  if (!isVisible(text)) throw refuse('must not be empty');
  if (text.length > limit)
    throw refuse(
      `has ${text.length} characters, and TikTok takes at most ${limit}. An emoji may count twice`,
    );
}

function checkCard({ style, answers }: CardDto): void {
  const index = answers.findIndex(({ title }) => style === 'buttons' && title.length > BUTTON_MAX);
  const long = answers[index];
  if (long)
    throw new UnfitInputError('card_answer', [
      {
        field: `card.answers.${index}.title`,
        message: `has ${long.title.length} characters, and a button takes at most ${BUTTON_MAX}. Shorten it, or use links`,
        value: long.title.length,
        limit: BUTTON_MAX,
      },
    ]);
}

/** The message as TikTok's call takes it. */
export function toOutgoing(message: NewMessageDto, { mediaId, quotedId }: MessageParts): OutgoingMessage {
  if (message.card) return { message_type: 'TEMPLATE', template: templateOf(message.card) };
  if (message.videoId !== undefined)
    return { message_type: 'SHARE_POST', share_post: { item_id: message.videoId } };
  if (mediaId !== null) return { message_type: 'IMAGE', image: { media_id: mediaId } };
  return {
    message_type: 'TEXT',
    text: { body: message.text ?? '' },
    ...(quotedId !== null && { referenced_message_info: { referenced_message_id: quotedId } }),
  };
}

function templateOf({ style, title, answers }: CardDto): MessageTemplate {
  return {
    type: style === 'buttons' ? 'QA_BUTTON_CARD' : 'QA_LINK_CARD',
    title,
    buttons: answers.map((answer, index) => ({
      type: 'REPLY',
      title: answer.title,
      id: answer.id ?? String(index + 1),
    })),
  };
}
