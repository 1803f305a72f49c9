import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { Outgoing } from './outgoing.js';

@Module({
  providers: [
    {
      provide: Outgoing,
      useFactory: (config: AppConfig) => new Outgoing(config),
      inject: [AppConfig],
    },
  ],
  exports: [Outgoing],
})
export class OutgoingModule implements OnApplicationShutdown {
  constructor(private readonly outgoing: Outgoing) {}

  async onApplicationShutdown(): Promise<void> {
    await this.outgoing.close();
  }
}
