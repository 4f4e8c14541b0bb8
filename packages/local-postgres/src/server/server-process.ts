import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { launch } from '../run-as/launch.js';
import type { RunAs } from '../run-as/run-as.js';
import { settlesWithin } from '../processes/settles-within.js';
import { ServerEndedEarly } from './start-outcome.js';
import { stopProcess } from '../processes/stop-process.js';

export interface ServerProcess {
  /** Resolves when it has ended, with the signal or exit code. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

export interface ServerCommand {
  runAs: RunAs;
  postgres: string;
  args: readonly string[];
  log: (line: string) => void;
}

const READY = 'database system is ready to accept connections';
/** Lines of Postgres's log kept for the error when it does not start. */
const LINES_KEPT = 20;

/** Resolves once Postgres accepts connections. No time limit: recovery after a crash takes as long as it takes. */
export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  // A session of its own: Ctrl-C in the terminal must not stop Postgres before the service has drained.
  const child = launch(command.runAs, command.postgres, command.args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A caller that forgets stop(), or dies of an exception, leaves no server running.
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  const exited = ended(child).finally(() => process.off('exit', stopAtExit));
  await ready(child, command.log);

  hold(child, 'unref');
  let stopping: Promise<void> | undefined;
  return {
    ended: exited,
    stop: () => {
      hold(child, 'ref');
      return (stopping ??= stopProcess(
        (signal) => child.kill(signal),
        (milliseconds) => settlesWithin(exited, milliseconds),
      ));
    },
  };
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child
      .once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      .once('error', (error) => resolve(error.message));
  });
}

function ready(child: ChildProcess, log: (line: string) => void): Promise<void> {
  const recent: string[] = [];
  return new Promise((resolve, reject) => {
    if (child.stderr !== null) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        recent.push(line);
        if (recent.length > LINES_KEPT) recent.shift();
        log(`postgres: ${line}`);
        if (line.includes(READY)) resolve();
      });
    }
    child.once('error', (error) => reject(new ServerEndedEarly([error.message])));
    // 'close', not 'exit': only then all it said has been read.
    child.once('close', () => reject(new ServerEndedEarly(recent)));
  });
}

/** The server alone must not keep our process alive, but waiting for its end must. */
function hold(child: ChildProcess, how: 'ref' | 'unref'): void {
  child[how]();
  (child.stderr as Socket | null)?.[how]();
}
