import { Injectable } from '@nestjs/common';

/** Whether this process wants more work. */
@Injectable()
export class Readiness {
  private stopping = false;

  get ends(): boolean {
    return this.stopping;
  }

  /** From now on `/health/ready` says no, so that proxies send their requests elsewhere. */
  end(): void {
    this.stopping = true;
  }
}
