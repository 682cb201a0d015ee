/**
 * Tells higher levels, in the transaction of the change itself, that something happened which they derive from or go by. What a listener throws undoes the
 * change. A lower level so never imports a higher one.
 */
export class Telling<Said extends readonly unknown[]> {
  private readonly listeners: ((...said: Said) => Promise<void>)[] = [];

  tell(listener: (...said: Said) => Promise<void>): void {
    this.listeners.push(listener);
  }

  async after(...said: Said): Promise<void> {
    for (const listener of this.listeners) await listener(...said);
  }
}
