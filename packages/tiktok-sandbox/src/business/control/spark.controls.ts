import type { FastifyInstance } from 'fastify';
import { accountIn, control, ControlError, numberIn, textIn } from '../../control/control-input.js';
import { videoIn } from '../../control/video.controls.js';
import type { World } from '../../world.js';
import { AVAILABLE_STATUSES, type IdentityTraits, usualTraits } from '../advertisers/identity-traits.js';
import { issueCode, revokeCode } from '../spark/code-lifetime.js';

/** TikTok's app offers 7, 30, 60 and 365 days. */
const DEFAULT_DAYS = 30;

/** What creators allow advertisers. */
export function sparkControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/post-codes', ({ body }) => {
    const code = issueCode(world, videoIn(world, body), numberIn(body, 'days') ?? DEFAULT_DAYS);
    return {
      authCode: code.id,
      videoId: code.videoId,
      account: code.username,
      endsAt: new Date(code.endsAt).toISOString(),
    };
  });
  control(app, 'POST', '/business/post-codes/revoke', ({ body }) => {
    const { postCodes } = world.business.tables;
    const authCode = textIn(body, 'authCode');
    // Without a code, the account's newest one.
    const code =
      authCode === undefined
        ? postCodes.all().findLast(isOf(accountIn(world, body)))
        : postCodes.get(authCode);
    if (!code) throw new ControlError('there is no such code', 404);
    revokeCode(world, code);
    return { authCode: code.id, videoId: code.videoId };
  });
  control(app, 'POST', '/business/identities', ({ body }) => {
    const { username } = accountIn(world, body);
    const { identityTraits } = world.business.tables;
    const before = identityTraits.get(username) ?? usualTraits(username);
    return identityTraits.add({ ...before, ...changesIn(body) });
  });
}

const isOf =
  (account: { username: string }) =>
  (code: { username: string }): boolean =>
    code.username === account.username;

const FLAGS = ['canPullVideo', 'canPushVideo', 'adsOnlyMode', 'isGpppa'] as const;

function changesIn(body: Record<string, unknown>): Partial<IdentityTraits> {
  const flags = FLAGS.flatMap((name) => {
    const value = body[name];
    if (value === undefined) return [];
    if (typeof value !== 'boolean') throw new ControlError(`${name} must be true or false`);
    return [[name, value]];
  });
  const status = textIn(body, 'availableStatus');
  const availableStatus = AVAILABLE_STATUSES.find((name) => name === status);
  if (status !== undefined && !availableStatus)
    throw new ControlError(`availableStatus must be one of ${AVAILABLE_STATUSES.join(', ')}`);
  return { ...Object.fromEntries(flags), ...(availableStatus ? { availableStatus } : {}) };
}
