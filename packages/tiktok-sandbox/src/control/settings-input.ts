import { latencyIn } from '../http/latency.js';
import { type Settings, settingsProblem } from '../settings.js';
import { ControlError } from './control-input.js';
import { override } from './override.js';

/** Merges a control call over the settings. @throws ControlError */
export function changedSettings(
  current: Settings,
  { latencyMs, ...body }: Record<string, unknown>,
): Settings {
  const settings = override(current, body, {}, ['pullHosts']);
  if (latencyMs !== undefined)
    // The page sends text; an invalid one is reported below.
    settings.latencyMs = (
      typeof latencyMs === 'string' ? latencyIn(latencyMs) : latencyMs
    ) as Settings['latencyMs'];
  const complaint = settingsProblem(settings);
  if (complaint) throw new ControlError(complaint);
  return settings;
}
