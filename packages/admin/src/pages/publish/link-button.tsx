import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A button that is a link to another page, with the types of the router. */
export const LinkButton = createLink(Button<'a'>);

export const LinkText = createLink(Anchor<'a'>);
