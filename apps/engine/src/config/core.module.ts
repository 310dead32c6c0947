import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database';
import { Clock } from './clock';
import { ENGINE_CONFIG, type EngineConfig } from './engine-config';

/** What every part of the engine stands on: configuration, database, clock. */
@Global()
@Module({})
export class CoreModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot(config: EngineConfig): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: ENGINE_CONFIG, useValue: config },
        { provide: Database, useFactory: () => new Database({ url: config.DATABASE_URL }) },
        Clock,
      ],
      exports: [ENGINE_CONFIG, Database, Clock],
    };
  }

  /** Last of all, when nobody asks any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
