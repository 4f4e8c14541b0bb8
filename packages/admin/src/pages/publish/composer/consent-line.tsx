import { Anchor, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { CreatorInfoView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';

/** What the user agrees to by publishing. The names of TikTok's documents are the links. */
export function ConsentLine({ info, branded }: { info: CreatorInfoView; branded: boolean }) {
  const text = useText(MESSAGES);
  const { links } = branded ? info.consent.branded : info.consent.plain;
  const sentence = branded ? text('consentBranded') : text('consent');
  const names = links.map((link) => link.text);
  return (
    <Text size="sm">
      {partsOf(sentence, names).map((part) => {
        const link = links.find((one) => one.text === part);
        return link ? (
          <Anchor key={part} href={link.url} target="_blank" rel="noreferrer" inherit underline="always">
            {part}
          </Anchor>
        ) : (
          <Fragment key={part}>{part}</Fragment>
        );
      })}
    </Text>
  );
}

/** Splits a sentence at names, and keeps them. */
function partsOf(sentence: string, names: string[]): string[] {
  return names.reduce<string[]>((parts, name) => parts.flatMap((part) => around(part, name)), [sentence]);
}

function around(part: string, name: string): string[] {
  const at = part.indexOf(name);
  if (at === -1 || part === name) return [part];
  return [part.slice(0, at), name, part.slice(at + name.length)];
}
