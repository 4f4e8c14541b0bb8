import { BusinessState } from './business/store/business-state.js';
import { AccountStore } from './accounts/account.store.js';
import { Clock } from './clock.js';
import { CommentStore } from './comments/comment.store.js';
import { FaultStore } from './faults/fault.store.js';
import { Journal } from './http/journal.js';
import { SlidingMinute } from './limits/sliding-minute.js';
import { CodeStore } from './oauth/code.store.js';
import { GrantStore } from './oauth/grant.store.js';
import { OddMode } from './odd-lists/odd-mode.js';
import { PublicationStore } from './posting/publication.store.js';
import { seededRandom } from './random.js';
import type { Settings } from './settings.js';
import type { UploadStore } from './upload/upload.store.js';
import { VideoStore } from './videos/video.store.js';
import { WebhookSender } from './webhooks/webhook.sender.js';

/**
 * The whole state of this TikTok. Routes hold the world and look up its parts on every call, because a reset
 * replaces all of them. Nothing lives in module scope: several sandboxes may run in one process.
 */
export class World {
  /** Grows with every possible change; the data file compares it before saving. */
  changes = 0;
  readonly clock = new Clock(() => (this.changes += 1));
  settings: Settings;
  accounts = new AccountStore();
  videos: VideoStore;
  comments: CommentStore;
  codes = new CodeStore();
  grants = new GrantStore();
  publications = new PublicationStore();
  uploads: UploadStore = new Map();
  /** Bytes of uploads by publish_id, with the setting `keepUploads`. */
  keptUploads = new Map<string, Buffer[]>();
  business = new BusinessState();
  minute = new SlidingMinute();
  journal = new Journal();
  oddMode: OddMode;
  faults: FaultStore;
  webhooks: WebhookSender;
  private pulling = new AbortController();

  /**
   * @param initial the settings at the start and after a reset
   * @param publicUrl origin of URLs in responses; undefined: the one that the caller used
   * @param log receives one line for the operator
   */
  constructor(
    private readonly initial: Settings,
    readonly publicUrl: string | undefined,
    readonly log: (line: string) => void,
  ) {
    this.settings = structuredClone(initial);
    this.videos = new VideoStore(initial.seed);
    this.comments = new CommentStore(initial.seed, this.videos);
    this.oddMode = new OddMode(() => this.settings);
    this.faults = this.newFaults();
    this.webhooks = this.newSender();
  }

  /** Aborts running fetches when this world is closed. */
  get pullSignal(): AbortSignal {
    return this.pulling.signal;
  }

  /** Resets everything. @param seed of the new world; default: the same */
  reset(seed: number = this.initial.seed): void {
    this.clock.reset();
    this.webhooks.close();
    this.pulling.abort();
    this.pulling = new AbortController();
    this.settings = { ...structuredClone(this.initial), seed };
    this.accounts = new AccountStore();
    this.videos = new VideoStore(seed);
    this.comments = new CommentStore(seed, this.videos);
    this.codes = new CodeStore();
    this.grants = new GrantStore();
    this.publications = new PublicationStore();
    this.uploads = new Map();
    this.keptUploads = new Map();
    this.business = new BusinessState();
    this.minute = new SlidingMinute();
    this.journal = new Journal();
    this.oddMode = new OddMode(() => this.settings);
    this.faults = this.newFaults();
    this.webhooks = this.newSender();
  }

  close(): void {
    this.pulling.abort();
    this.webhooks.close();
    this.clock.reset();
  }

  private newFaults(): FaultStore {
    return new FaultStore(seededRandom(`${this.settings.seed}/faults`));
  }

  private newSender(): WebhookSender {
    return new WebhookSender(() => this.settings, this.clock, seededRandom(`${this.settings.seed}/webhooks`));
  }
}
