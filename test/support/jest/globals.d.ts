import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

declare global {
  /** From global-setup to global-teardown, which share a process and nothing else. */
  var testServices: ChildProcessByStdio<Writable, Readable, null> | undefined;
}
