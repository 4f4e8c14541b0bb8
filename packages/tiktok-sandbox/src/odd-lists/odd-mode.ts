import { seededRandom } from '../random.js';
import type { Settings } from '../settings.js';
import { isOdd, type Oddity } from './oddities.js';

/**
 * Decides what is odd; the same for the same seed and the same calls. It counts how often each list was read from its start,
 * because some oddities only show the second time.
 */
export class OddMode {
  private readonly readings = new Map<string, number>();

  constructor(private readonly settings: () => Settings) {}

  get isOn(): boolean {
    return this.settings().oddLists.length > 0;
  }

  has(oddity: Oddity): boolean {
    return isOdd(this.settings().oddLists, oddity);
  }

  /** The chosen ones of `oddities`. */
  chosen<T extends Oddity>(oddities: readonly T[]): T[] {
    return oddities.filter((oddity) => this.has(oddity));
  }

  /** True if several are chosen that would hide each other if each always applied. */
  get isMixed(): boolean {
    const { oddLists } = this.settings();
    return oddLists.length > 1 || oddLists.includes('all');
  }

  /** A number in [0, 1) derived from the name. */
  draw(...name: readonly (string | number)[]): number {
    return seededRandom(`${this.settings().seed}/odd/${name.join('/')}`)();
  }

  /** One of `items`, chosen by the name. */
  pick<T>(items: readonly T[], ...name: readonly (string | number)[]): T | undefined {
    return items[Math.floor(this.draw(...name) * items.length)];
  }

  /** How often a list has been read; 1 during the first time. @param isStart true for its first page */
  reading(list: string, isStart: boolean): number {
    const before = this.readings.get(list) ?? 0;
    const reading = isStart ? before + 1 : Math.max(1, before);
    this.readings.set(list, reading);
    return reading;
  }
}
