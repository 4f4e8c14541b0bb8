const FIRST_BYTES = 256 * 1024;
const HEX_BYTES = 64;

/**
 * Collects lines of hashes as bytes. One buffer serves the whole file: strings of this size, made and dropped for each piece,
 * would cost more memory than everything else.
 */
export class HashOutput {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private length = 0;
  private lineStart = 0;

  /** @param hash 64 hex digits */
  add(hash: string): void {
    this.reserve(HEX_BYTES);
    this.length += this.bytes.write(hash, this.length, 'latin1');
  }

  separate(): void {
    this.byte(0x2c);
  }

  endLine(): void {
    this.byte(0x0a);
    this.lineStart = this.length;
  }

  dropLine(): void {
    this.length = this.lineStart;
  }

  /** @returns the complete lines since the last call; they are overwritten by the next one */
  take(): Buffer {
    const lines = this.bytes.subarray(0, this.length);
    this.length = 0;
    this.lineStart = 0;
    return lines;
  }

  private byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(this.bytes.length * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
