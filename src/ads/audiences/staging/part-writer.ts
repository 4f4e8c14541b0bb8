import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { HashedLines } from '../pipeline/hash-stream.js';
import type { IdentifierKind } from '../pipeline/identifier-kind.js';
import { fileHeader } from './hashed-columns.js';

/** A file of hashes that waits for TikTok. */
export interface HashedPart {
  readonly name: string;
  readonly bytes: number;
  /** Hex digits, as TikTok compares them. */
  readonly md5: string;
}

/** Writes lines of hashes into files that are small enough for TikTok, each with its header line. */
export class PartWriter implements HashedLines {
  readonly parts: HashedPart[] = [];
  kinds: readonly IdentifierKind[] = [];
  private open: { file: FileHandle; name: string; md5: Hash; bytes: number } | undefined;

  /** @param pathOf where the file of this name belongs */
  constructor(
    private readonly pathOf: (name: string) => string,
    private readonly maxBytes: number,
  ) {}

  begin(kinds: readonly IdentifierKind[]): void {
    this.kinds = kinds;
  }

  async write(bytes: Buffer): Promise<void> {
    if (this.open && this.open.bytes + bytes.length > this.maxBytes) await this.closePart();
    await this.append(this.open ?? (await this.openPart()), bytes);
  }

  async finish(): Promise<readonly HashedPart[]> {
    await this.closePart();
    return this.parts;
  }

  /** Closes the file that is open; what it holds is to be removed. */
  async abandon(): Promise<void> {
    await this.open?.file.close();
    this.open = undefined;
  }

  private async openPart() {
    const name = `${this.parts.length + 1}.csv`;
    const file = await open(this.pathOf(name), 'wx', 0o600);
    this.open = { file, name, md5: createHash('md5'), bytes: 0 };
    await this.append(this.open, Buffer.from(`${this.kinds.map(fileHeader).join(',')}\n`, 'latin1'));
    return this.open;
  }

  private async append(part: NonNullable<PartWriter['open']>, bytes: Buffer): Promise<void> {
    part.md5.update(bytes);
    part.bytes += bytes.length;
    await part.file.writeFile(bytes);
  }

  private async closePart(): Promise<void> {
    if (!this.open) return;
    const { file, name, md5, bytes } = this.open;
    this.open = undefined;
    await file.close();
    this.parts.push({ name, bytes, md5: md5.digest('hex') });
  }
}
