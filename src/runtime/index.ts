// This process: when its own work begins, whether it can do it, and how others know of it. Knows nothing of what the work is.
export { Background } from './background.js';
export { assertDataFolder, DATA_FOLDER, DataFolder } from './data-folder.js';
export { fileTrouble, writeProbe } from './folder-probe.js';
export { ProcessRegister, STALE_SECONDS, type LiveProcess } from './process-register.js';
export { Readiness, type Trouble } from './readiness.js';
export { RuntimeModule } from './runtime.module.js';
export { VERSION } from './version.js';
