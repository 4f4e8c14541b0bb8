import type { OpenAPIObject } from '@nestjs/swagger';

type Parameters = NonNullable<NonNullable<OpenAPIObject['paths'][string]['get']>['parameters']>;

/** A path parameter means the same in every path. */
const DESCRIPTIONS: Record<string, string> = {
  audienceId: 'The `id` of the audience.',
  id: 'The id of the object, as its list shows it.',
  integrationId: 'The `id` of the integration.',
  publishId: 'The `publishId` of the publication.',
  notificationId: 'The `id` of the notification.',
  accountId: 'TikTok’s advertiser id.',
  conversationId: 'The `id` of the conversation.',
  contactId: 'The `id` of the contact.',
  savedReplyId: 'The `id` of the saved reply.',
  webhookId: 'The `id` of the webhook.',
  deliveryId: 'The `id` of the delivery.',
  replyId: 'The `id` of the reply.',
  messageMediaId: 'The picture or video. Use the link unchanged.',
  messageId: 'The `id` of the message.',
  videoId: "TikTok's id of the video.",
  runId: 'The `id` of a sync run.',
  creativeId: 'The `id` of the creative.',
  sparkPostId: 'The `id` of the authorised post.',
  eventId: 'The `id` of the webhook event.',
  mediaId: 'The file of a publication. Use the link unchanged.',
  launchId: 'The `launchId` of the launch.',
  file: 'The name of the ownership file.',
  name: 'The name of the file, with its extension.',
};

/** Describes path parameters. Decorators of each route describe queries and headers. */
export function describePathParameters(parameters: Parameters = []): void {
  for (const parameter of parameters) {
    if (!('name' in parameter) || parameter.in !== 'path') continue;
    parameter.description ??= DESCRIPTIONS[parameter.name];
  }
}
