import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './not-found.js';
import { Shell } from './shell.js';

/** The parent of every page: the frame around it. */
export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });
