// This process: when its work begins and ends, which handlers it has, whether it is ready, and how others see it.
// Must never know what the work is.
export { Background } from './background.js';
export { assertDataFolder, DATA_FOLDER, DataFolder } from './data-folder.js';
export { describeFileError, writeProbe } from './folder-probe.js';
export { handlerDecorator, type HandlerDecorator } from './handlers/handler-decorator.js';
export { HandlerDiscovery, type FoundHandler } from './handlers/handler-discovery.js';
export { ProcessRegister, STALE_SECONDS, type LiveProcess } from './process-register.js';
export { Readiness, type ReadinessIssue } from './readiness.js';
export { RuntimeModule } from './runtime.module.js';
export { SharedTasks } from './shared-tasks.js';
export { VERSION } from './version.js';
