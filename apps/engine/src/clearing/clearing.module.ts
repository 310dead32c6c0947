import { Global, Module } from '@nestjs/common';
import { MeterSimulation } from '../simulation/meter-simulation';
import { ClearingScheduler } from './clearing-scheduler';

/** Keeps the markets of this process going; whoever adds something to clear wakes the scheduler. */
@Global()
@Module({ providers: [ClearingScheduler, MeterSimulation], exports: [ClearingScheduler] })
export class ClearingModule {}
