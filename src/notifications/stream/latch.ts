/** Lets one waiter pass when it is opened, or after a timeout. Opening it before the wait is not lost. */
export class Latch {
  private isOpen = false;
  private release: () => void = () => undefined;

  open(): void {
    this.isOpen = true;
    this.release();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.isOpen) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.release = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isOpen = false;
  }
}
