import type { OpenAPIObject } from '@nestjs/swagger';

type Parameters = NonNullable<NonNullable<OpenAPIObject['paths'][string]['get']>['parameters']>;

/** What stands in braces in a path means the same in every path. */
const DESCRIPTIONS: Record<string, string> = {
  integrationId: 'The `id` of the integration.',
  publishId: 'The `publishId` of the publication.',
  notificationId: 'The `id` of the notification.',
  conversationId: 'The `id` of the conversation.',
  eventId: 'The `id` of the webhook event.',
  mediaId: 'The file of a publication. Use the link as it was answered.',
  file: 'Name of the ownership file.',
  name: 'Name of the file, with its extension.',
};

/** Describes the parameters of the path. Those of the query and the headers are described where they stand. */
export function describePathParameters(parameters: Parameters = []): void {
  for (const parameter of parameters) {
    if (!('name' in parameter) || parameter.in !== 'path') continue;
    parameter.description ??= DESCRIPTIONS[parameter.name];
  }
}
