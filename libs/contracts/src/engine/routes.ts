import { getNodeForecast } from './forecast';
import { getCommunityFlows, getCommunityHistory } from './flows';
import { getCommunityEvents } from './live';
import { addPlant, getNodePlants, getNodeProduction, previewPlant, putPlant, removePlant } from './plants';
import { clearAgain, getClearings, getMarket, getNodeNow, getNodeTrades } from './trading';
import { foundCommunity, getCommunity, getCommunitySummary, getGrid, importReadings, putTariff } from './community';
import { getHouseholds, listCommunities } from './directory';
import { getNodeHeatMap } from './heat-map';
import { getNodeMetrics } from './metrics';
import { getNodeNeighbours } from './neighbours';
import { getNodeProfile, getNodeStrategy, putNodeLabel, putNodeStrategy } from './node';
import { getNodeReplay } from './replay';

/** Every route of the engine, by name. */
export const engineRoutes = {
  getNodeProfile,
  putNodeLabel,
  getNodeMetrics,
  getNodeHeatMap,
  getNodeTrades,
  getNodeNeighbours,
  getNodeNow,
  getNodeStrategy,
  putNodeStrategy,
  getNodeReplay,
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
  listCommunities,
  getHouseholds,
} as const;
