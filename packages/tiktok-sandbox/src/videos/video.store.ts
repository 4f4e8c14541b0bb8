import { itemIdParts } from '../ids.js';
import { splitBits } from '../id-cipher.js';
import { type PageQuery, Profile } from './profile.js';
import { type ProfileSeed, SeededProfile } from './seeded-profile.js';
import { VideoArtist } from './seeded-video.js';
import type { Video } from './video.js';

/** All videos: by id, and by account with the newest first. Seeded ones are computed on demand, not stored. */
export class VideoStore {
  private readonly artist: VideoArtist;
  private readonly byAccount = new Map<string, Profile>();
  private readonly seeded: (SeededProfile | undefined)[] = [];
  private readonly ownerOfPosted = new Map<string, string>();

  constructor(seed: number) {
    this.artist = new VideoArtist(seed);
  }

  /** Gives an account its initial videos. */
  seed(seed: ProfileSeed): void {
    const seeded = new SeededProfile(seed, this.artist);
    this.seeded[seed.ordinal] = seeded;
    this.byAccount.set(seed.username, new Profile(seeded));
  }

  /** The seed of the profile at that position. */
  seededProfile(ordinal: number): SeededProfile | undefined {
    return this.seeded[ordinal];
  }

  /** The profile's seed, if the video is a seeded one. */
  seededProfileOf(video: Video): SeededProfile | undefined {
    return this.ownerOfPosted.has(video.id) ? undefined : this.profile(video.username).seeded;
  }

  profile(username: string): Profile {
    const known = this.byAccount.get(username);
    if (known) return known;
    const created = new Profile(undefined);
    this.byAccount.set(username, created);
    return created;
  }

  add(video: Video): void {
    this.profile(video.username).add(video);
    this.ownerOfPosted.set(video.id, video.username);
  }

  get(id: string): Video | undefined {
    const owner = this.ownerOfPosted.get(id);
    if (owner !== undefined) return this.profile(owner).posted.find((video) => video.id === id);
    const parts = itemIdParts(id);
    const seeded = parts && this.seeded[splitBits(this.artist.cipher.reveal(parts.low)).ordinal];
    const video = seeded?.postedAt(parts?.seconds ?? 0);
    return video?.id === id ? this.profile(video.username).current(video) : undefined;
  }

  /** Deletes a video. @returns true if it existed */
  remove(id: string): boolean {
    const video = this.get(id);
    if (!video) return false;
    this.ownerOfPosted.delete(id);
    return this.profile(video.username).remove(id);
  }

  /** @returns the video as changed */
  setPublic(id: string, isPublic: boolean): Video | undefined {
    const video = this.get(id);
    if (video) this.profile(video.username).setPublic(id, isPublic);
    return this.get(id);
  }

  countOf(username: string): number {
    return this.profile(username).count;
  }

  publicCountOf(username: string): number {
    return this.profile(username).publicCount;
  }

  page(username: string, query: PageQuery): Video[] {
    return this.profile(username).page(query);
  }

  newest(username: string): Video | undefined {
    return this.page(username, { before: Infinity, count: 1, publicOnly: false })[0];
  }

  /** All of an account's videos. It computes each of them, so prefer {@link page}. */
  of(username: string): Video[] {
    return this.page(username, { before: Infinity, count: Infinity, publicOnly: false });
  }

  publicOf(username: string): Video[] {
    return this.page(username, { before: Infinity, count: Infinity, publicOnly: true });
  }

  profiles(): ReadonlyMap<string, Profile> {
    return this.byAccount;
  }
}
