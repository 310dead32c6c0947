import { engineRoutes, type Route } from '@ceex/contracts';

/** One kind of call that may reach the engine. Who may make it is said by the route's access. */
export interface ForwardingRule {
  readonly route: Route;
  /** After so long the engine's whole answer must be through, or a stream must have begun, else 504. */
  readonly timeoutMs: number;
  /** Largest request body; 0 where there is none. */
  readonly maxBodyBytes: number;
  /** Longest answer; a longer one is cut off. A stream has no end. */
  readonly maxAnswerBytes: number;
  /** So often a session may call in a minute; then it is told to wait. */
  readonly perMinute: number;
  /** So many calls of a session may be under way. */
  readonly atOnce: number;
}

const KIB = 1_024;
const MIB = KIB * KIB;

const READ = { timeoutMs: 10_000, maxBodyBytes: 0, maxAnswerBytes: 8 * MIB, perMinute: 600, atOnce: 16 } as const;
const WRITE = { timeoutMs: 10_000, maxBodyBytes: 16 * KIB, maxAnswerBytes: MIB, perMinute: 60, atOnce: 4 } as const;
/** Costs the engine more than looking something up. */
const HEAVY = { ...READ, timeoutMs: 30_000, perMinute: 120, atOnce: 4 } as const;
const STREAM = { ...READ, maxAnswerBytes: Number.POSITIVE_INFINITY, perMinute: 60 } as const;
/** A year of a large community's readings. */
const IMPORT = { ...WRITE, timeoutMs: 600_000, maxBodyBytes: 256 * MIB, perMinute: 10, atOnce: 2 } as const;

/** Everything that may be forwarded, one row a rule. What no row allows is answered 404 and never reaches the engine. */
export const ALLOW_LIST: readonly ForwardingRule[] = [
  { route: engineRoutes.getNodeProfile, ...READ },
  { route: engineRoutes.putNodeLabel, ...WRITE },
  { route: engineRoutes.getNodeMetrics, ...READ },
  { route: engineRoutes.getNodeHeatMap, ...READ },
  { route: engineRoutes.getNodeTrades, ...READ },
  { route: engineRoutes.getNodeNeighbours, ...READ },
  { route: engineRoutes.getNodeNow, ...READ },
  { route: engineRoutes.getNodeStrategy, ...READ },
  { route: engineRoutes.putNodeStrategy, ...WRITE },
  { route: engineRoutes.getNodeReplay, ...READ, atOnce: 4 },
  { route: engineRoutes.getNodePlants, ...READ },
  { route: engineRoutes.addPlant, ...WRITE },
  { route: engineRoutes.putPlant, ...WRITE },
  { route: engineRoutes.removePlant, ...WRITE, maxBodyBytes: 0 },
  { route: engineRoutes.getNodeProduction, ...READ },
  { route: engineRoutes.previewPlant, ...READ },
  { route: engineRoutes.getNodeForecast, ...READ },
  { route: engineRoutes.getMarket, ...READ },
  { route: engineRoutes.getCommunityEvents, ...STREAM },
  { route: engineRoutes.getCommunityFlows, ...READ },
  { route: engineRoutes.getCommunityHistory, ...READ },
  { route: engineRoutes.getCommunity, ...READ },
  { route: engineRoutes.getGrid, ...READ },
  { route: engineRoutes.getCommunitySummary, ...HEAVY },
  { route: engineRoutes.getClearings, ...READ },
  { route: engineRoutes.clearAgain, ...WRITE, timeoutMs: 30_000, perMinute: 20, atOnce: 1 },
  { route: engineRoutes.importReadings, ...IMPORT },
  { route: engineRoutes.putTariff, ...WRITE },
];

/** No JSON body that the BFF takes, for itself or for the engine, is larger. */
export const MAX_JSON_BYTES = WRITE.maxBodyBytes;
