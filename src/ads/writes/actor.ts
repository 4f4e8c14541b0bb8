import type { ActorKind } from './ad-change.entity.js';

/** Who makes a change, and why. */
export interface Actor {
  kind: ActorKind;
  /** The user, if there is one. */
  id?: string;
  reason?: string;
  launchId?: string;
  /** Names the step of the launch. */
  stepKey?: string;
}
