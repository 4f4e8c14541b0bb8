// The caller: sends deliveries from a process of its own, as fast as they are acknowledged or at a fixed rate.
import { play } from '../sandbox/role.js';
import { signedRequests } from './deliveries.js';
import { KeepAlive } from './keep-alive.js';

export interface IntakeQuestion {
  readonly port: number;
  readonly path: string;
  /** The account that the events name. */
  readonly account: string;
  readonly connections: number;
  readonly deliveries: number;
  /** Deliveries a second; 0 sends each as soon as a connection is free. */
  readonly perSecond: number;
}

export interface IntakeAnswer {
  /** Acknowledged deliveries a second. */
  readonly perSecond: number;
  /** Of the time from when a delivery was due to its acknowledgement, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

async function measure(question: IntakeQuestion): Promise<IntakeAnswer> {
  const { connections, deliveries, perSecond } = question;
  const requests = signedRequests(deliveries, question);
  const open = await Promise.all(Array.from({ length: connections }, () => KeepAlive.open(question.port)));
  const latencies: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  // At a fixed rate, a delivery that finds no free connection waits, and its time counts from when it was due.
  const dueAt = (index: number): number =>
    perSecond === 0 ? performance.now() : startedAt + (index * 1000) / perSecond;
  const caller = async (connection: KeepAlive): Promise<void> => {
    while (next < requests.length) {
      const index = next;
      next += 1;
      const due = dueAt(index);
      await until(due);
      const status = await connection.send(requests[index] ?? Buffer.alloc(0));
      if (status !== 200) throw new Error(`a delivery was answered with ${status}`);
      latencies.push(performance.now() - due);
    }
  };
  await Promise.all(open.map(caller));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const connection of open) connection.close();
  latencies.sort((a, b) => a - b);
  return { perSecond: deliveries / seconds, p50: at(latencies, 0.5), p99: at(latencies, 0.99) };
}

function until(due: number): Promise<void> | undefined {
  const ms = due - performance.now();
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

play(0, (question) => measure(question as IntakeQuestion));
