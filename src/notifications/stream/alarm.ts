/** Sleeps until it is woken or the time is over; a wake-up that comes before the sleep is not lost. */
export class Alarm {
  private rung = false;
  private ring: () => void = () => undefined;

  wake(): void {
    this.rung = true;
    this.ring();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
  }
}
