/**
 * Turns off the AWS SDK's announcement that versions of 2027 need Node 22. The lock file keeps a version that runs on
 * Node 20, and the warning would stand in every operator's log. The SDK has no other switch than its own variable.
 */
export function silenceAwsNodeAnnouncement(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}
