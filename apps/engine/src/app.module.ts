import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { engineRoutes } from '@ceex/contracts';
import { HealthModule, loggerModule, openApiController, openApiDocument } from '@ceex/server';
import { ClaimsGuard } from './auth/claims.guard';
import { ClearingModule } from './clearing/clearing.module';
import { CommunitiesModule } from './communities/communities.module';
import { CoreModule } from './config/core.module';
import type { EngineConfig } from './config/engine-config';
import { Database } from './database/database';
import { readyChecks } from './config/ready-checks';
import { FlowsModule } from './flows/flows.module';
import { ForecastModule } from './forecast/forecast.module';
import { LedgerModule } from './ledger/ledger.module';
import { LiveModule } from './live/live.module';
import { MarketModule } from './market/market.module';
import { MetricsModule } from './metrics/metrics.module';
import { HouseholdsModule } from './nodes/households.module';
import { NodesModule } from './nodes/nodes.module';
import { ReplayModule } from './replay/replay.module';
import { PlantsModule } from './plants/plants.module';
import { TradesModule } from './trades/trades.module';

const OPEN_API = openApiDocument(engineRoutes, { title: 'CEEX engine', version: '1', security: 'bearer' });

/** The engine as one process serves it. */
@Module({})
export class AppModule {
  static forRoot(config: EngineConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        loggerModule({ name: 'engine', level: config.LOG_LEVEL }),
        CoreModule.forRoot(config),
        HealthModule.forRoot({ path: 'health', inject: [Database], checks: readyChecks }),
        DiscoveryModule,
        ClearingModule,
        CommunitiesModule,
        NodesModule,
        HouseholdsModule,
        MarketModule,
        MetricsModule,
        TradesModule,
        LedgerModule,
        ReplayModule,
        LiveModule,
        ForecastModule,
        FlowsModule,
        PlantsModule,
      ],
      controllers: [openApiController('openapi.json', OPEN_API)],
      providers: [{ provide: APP_GUARD, useClass: ClaimsGuard }],
    };
  }
}
