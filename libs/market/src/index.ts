/** The market of CEEX: exact clearing on a radial grid, and the independent check of its result. Pure. */
export type { Grid, GridError, GridNode, PreparedGrid } from './grid/grid';
export { prepareGrid } from './grid/prepare-grid';
export { DEFAULT_K, type MarketRules, type Order, type Side } from './order';
export type { Clearing, Fill, FillReason, Flow, NodePrice, OwnUse, Trade } from './clearing/clearing';
export { clear } from './clearing/clear';
export { steps, type Step, type Steps } from './steps';
export { verify } from './verification/verify';

export type { Failure, FailureCode } from './verification/failures';
