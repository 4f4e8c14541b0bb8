import { latencyIn } from '../http/latency.js';
import { type Settings, settingsComplaint } from '../settings.js';
import { ControlError } from './control-input.js';
import { override } from './override.js';

/** The settings with those of a control call over them. @throws ControlError */
export function changedSettings(
  current: Settings,
  { latencyMs, ...body }: Record<string, unknown>,
): Settings {
  const settings = override(current, body, {}, ['pullHosts']);
  if (latencyMs !== undefined)
    // The page sends text; what is no latency is complained about below.
    settings.latencyMs = (
      typeof latencyMs === 'string' ? latencyIn(latencyMs) : latencyMs
    ) as Settings['latencyMs'];
  const complaint = settingsComplaint(settings);
  if (complaint) throw new ControlError(complaint);
  return settings;
}
