import { engineRoutes, type Route } from '@ceex/contracts';

/** One kind of call that may reach the engine. Who may make it is said by the route's access. */
export interface ForwardingRule {
  readonly route: Route;
  /** After so long the engine's whole answer must be through, or a stream must have begun, else 504. */
  readonly timeoutMs: number;
  /** Largest request body; 0 where there is none. */
  readonly maxBodyBytes: number;
}

const READ = { timeoutMs: 10_000, maxBodyBytes: 0 } as const;
const WRITE = { timeoutMs: 10_000, maxBodyBytes: 16 * 1024 } as const;

/** Everything that may be forwarded, one row a rule. What no row allows is answered 404 and never reaches the engine. */
export const ALLOW_LIST: readonly ForwardingRule[] = [
  { route: engineRoutes.getNodeProfile, ...READ },
  { route: engineRoutes.getNodeMetrics, ...READ },
  { route: engineRoutes.getNodeHeatMap, ...READ },
  { route: engineRoutes.getNodeTrades, ...READ },
  { route: engineRoutes.getNodeNeighbours, ...READ },
  { route: engineRoutes.getNodeNow, ...READ },
  { route: engineRoutes.getNodeStrategy, ...READ },
  { route: engineRoutes.putNodeStrategy, ...WRITE },
  { route: engineRoutes.getNodeReplay, ...READ },
  { route: engineRoutes.getNodePlants, ...READ },
  { route: engineRoutes.addPlant, ...WRITE },
  { route: engineRoutes.putPlant, ...WRITE },
  { route: engineRoutes.removePlant, ...READ },
  { route: engineRoutes.getNodeProduction, ...READ },
  { route: engineRoutes.previewPlant, ...READ },
  { route: engineRoutes.getNodeForecast, ...READ },
  { route: engineRoutes.getMarket, ...READ },
  { route: engineRoutes.getCommunityEvents, ...READ },
  { route: engineRoutes.getCommunityFlows, ...READ },
  { route: engineRoutes.getCommunityHistory, ...READ },
  { route: engineRoutes.getCommunity, ...READ },
  { route: engineRoutes.getGrid, ...READ },
  { route: engineRoutes.getCommunitySummary, timeoutMs: 30_000, maxBodyBytes: 0 },
  { route: engineRoutes.getClearings, ...READ },
  { route: engineRoutes.clearAgain, timeoutMs: 30_000, maxBodyBytes: WRITE.maxBodyBytes },
  { route: engineRoutes.importReadings, timeoutMs: 600_000, maxBodyBytes: 256 * 1024 * 1024 },
  { route: engineRoutes.putTariff, ...WRITE },
];

/** No JSON body that the BFF takes, for itself or for the engine, is larger. */
export const MAX_JSON_BYTES = WRITE.maxBodyBytes;
