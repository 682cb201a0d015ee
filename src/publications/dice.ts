/** Throws that are the same every time: what is left out of a publication does not hang on luck (xorshift, 32 bits). */
export class Dice {
  private state = 0x2545f491;

  /** From 0 (never) to 1 (never). */
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return ((this.state >>> 0) + 0.5) / 4294967296;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}
