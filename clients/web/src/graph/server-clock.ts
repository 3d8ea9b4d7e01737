/** The server's time, learnt from the Date header of its answers: a device's own clock may be minutes off. */
export class ServerClock {
  // The offset lies between these: a header has whole seconds, and was written between sending and receiving.
  private least = -Infinity;
  private most = Infinity;
  private readonly deviceTime: () => number;

  constructor(deviceTime: () => number = Date.now) {
    this.deviceTime = deviceTime;
  }

  learn(response: Response, sentAt: number): void {
    const written = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(written)) return;
    const least = written - this.deviceTime();
    const most = written + 1000 - sentAt;
    const agrees = least <= this.most && most >= this.least;
    // Where it does not, somebody has set the device's clock.
    this.least = agrees ? Math.max(least, this.least) : least;
    this.most = agrees ? Math.min(most, this.most) : most;
  }

  now(): number {
    const known = Number.isFinite(this.least) && Number.isFinite(this.most);
    return this.deviceTime() + (known ? (this.least + this.most) / 2 : 0);
  }
}
