import { getNodeForecast } from './forecast';
import { getCommunityFlows, getCommunityHistory } from './flows';
import { getCommunityEvents } from './live';
import { addPlant, getNodePlants, getNodeProduction, previewPlant, putPlant, removePlant } from './plants';
import { clearAgain, getClearings, getMarket, getNodeNow, getNodeTrades } from './trading';
import { foundCommunity, getCommunity, getCommunitySummary, getGrid, importReadings, putTariff } from './community';
import { getNodeMetrics } from './metrics';
import { getNodeProfile, getNodeStrategy, putNodeStrategy } from './node';

/** Every route of the engine, by name. */
export const engineRoutes = {
  getNodeProfile,
  getNodeMetrics,
  getNodeTrades,
  getNodeNow,
  getNodeStrategy,
  putNodeStrategy,
  getNodePlants,
  addPlant,
  putPlant,
  removePlant,
  getNodeProduction,
  previewPlant,
  getNodeForecast,
  getMarket,
  getCommunityEvents,
  getCommunityFlows,
  getCommunityHistory,
  getCommunity,
  getGrid,
  getCommunitySummary,
  getClearings,
  clearAgain,
  importReadings,
  putTariff,
  foundCommunity,
} as const;
