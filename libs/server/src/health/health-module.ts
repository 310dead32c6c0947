import type { DynamicModule, FactoryProvider, ModuleMetadata } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { healthController } from './health-controller';
import { Readiness } from './readiness';
import { READY_CHECKS, type ReadyCheck } from './ready-check';

export interface HealthSettings {
  /** Path before `/live` and `/ready`: `health` or `api/health`. */
  readonly path: string;
  readonly imports?: ModuleMetadata['imports'];
  readonly inject?: FactoryProvider['inject'];
  /** What must work before the program takes calls, from the injected providers. */
  readonly checks: (...injected: never[]) => readonly ReadyCheck[];
}

/**
 * `live`: the process answers. `ready`: everything it needs works too and it is not about to end (200), or what
 * does not (503).
 */
export class HealthModule {
  static forRoot({ path, imports = [], inject = [], checks }: HealthSettings): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false }), ...imports],
      controllers: [healthController(path)],
      providers: [Readiness, { provide: READY_CHECKS, inject, useFactory: checks as FactoryProvider['useFactory'] }],
    };
  }
}
