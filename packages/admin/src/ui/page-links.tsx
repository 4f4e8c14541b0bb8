import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type LinkAttributes = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps | keyof AnchorProps>;

/** A button that leads to another page. Its `to`, `params` and `search` are checked against the routes. */
export const ButtonLink = createLink((props: LinkAttributes & ButtonProps) => (
  <Button component="a" {...props} />
));

/** A link in a text that leads to another page. */
export const TextLink = createLink((props: LinkAttributes & AnchorProps) => (
  <Anchor component="a" {...props} />
));
