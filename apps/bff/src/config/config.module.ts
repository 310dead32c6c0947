import { Global, Module, type DynamicModule } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from './bff-config';

/** Makes the configuration injectable everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: BffConfig): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: BFF_CONFIG, useValue: config }],
      exports: [BFF_CONFIG],
    };
  }
}
