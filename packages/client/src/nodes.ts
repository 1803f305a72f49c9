/** The URLs of the service, and the one in use. */
export class Nodes {
  private readonly urls: readonly string[];
  private index = 0;

  /** @param urls without a trailing slash; '' is the origin of the page */
  constructor(urls: string | readonly string[]) {
    this.urls = [urls].flat().map((url) => url.replace(/\/+$/, ''));
    if (this.urls.length === 0) throw new TypeError('Give at least one base URL.');
  }

  get count(): number {
    return this.urls.length;
  }

  get current(): string {
    return this.urls[this.index]!;
  }

  /** Switches to the next URL, unless another request has already done so. */
  leave(url: string): void {
    if (url === this.current) this.index = (this.index + 1) % this.urls.length;
  }
}
