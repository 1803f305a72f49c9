/** The recent event loop delay of this process. */
export class LoopLag {
  private readonly late: number[] = [];
  private expected = performance.now();
  private readonly timer = setInterval(() => {
    const now = performance.now();
    this.late.push(Math.max(0, now - this.expected - 20));
    if (this.late.length > 100) this.late.shift();
    this.expected = now;
  }, 20);

  get recent(): number {
    return Math.max(performance.now() - this.expected, ...this.late);
  }

  end(): void {
    clearInterval(this.timer);
  }
}
