import { Controller, Inject, Req } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import type { Request } from 'express';
import { ClearingScheduler } from '../clearing/clearing-scheduler';
import { Clock } from '../config/clock';
import { ENGINE_CONFIG, type EngineConfig } from '../config/engine-config';
import { Database } from '../database/database';
import { importedRows } from '../operation/engine-metrics';
import { importReadings } from '../readings/import-readings';
import { importStream } from './import-stream';

const route = engineRoutes.importReadings;

@Controller()
export class ReadingsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scheduler: ClearingScheduler,
    @Inject(ENGINE_CONFIG) private readonly config: EngineConfig,
  ) {}

  @Contract(route)
  async import(
    @Input() { params, query }: InputOf<typeof route>,
    @Req() request: Request,
  ): Promise<OutputOf<typeof route>> {
    const source = importStream(request, this.config.IMPORT_MAX_BYTES);
    const options = { quality: query.quality, nowMs: this.clock.now() };
    const result = await importReadings(this.database, params.communityId, source, options);
    for (const outcome of ['inserted', 'corrected', 'unchanged'] as const)
      importedRows.inc({ outcome }, result[outcome]);
    this.scheduler.wake();
    return result;
  }
}
