/** The market of CEEX: exact clearing on a radial grid, and the independent check of its result. Pure. */
export type { Grid, GridError, GridNode, PreparedGrid } from './grid/grid';
export { MAX_PRICE_MICRO_PER_KWH } from './grid/check-nodes';
export { prepareGrid } from './grid/prepare-grid';
export { DEFAULT_K, type MarketRules, type Order, type Side } from './order';
export type { Clearing, Fill, FillReason, Flow, NodePrice, OwnUse, Trade } from './clearing/clearing';
export { clear } from './clearing/clear';
export { Clearer } from './clearing/clearer';
export type { ClearedColumns, OrderColumns, PairColumns, SettledColumns } from './clearing/columns';
export { replay, type IntervalSpan, type MarketTerms } from './replay/replay';
export type { Change } from './replay/changed-orders';
export { packIntervals, packOrders, type PastInterval } from './replay/pack-intervals';
export { bytesOfIntervals, layOutIntervals, type PackedOrders, type PastIntervals } from './replay/past-intervals';
export { sumOfTotals, type ReplayTotals, type UtilityPrices } from './replay/replay-totals';
export { steps, type Step, type Steps } from './steps';
export { verify } from './verification/verify';

export type { Failure, FailureCode } from './verification/failures';
