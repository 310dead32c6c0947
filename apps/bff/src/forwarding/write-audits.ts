import {
  type AuditAction,
  type Community,
  engineRoutes,
  type NodePlants,
  type NodeProfile,
  type NodeStrategy,
  type Route,
} from '@ceex/contracts';
import type { AuditValue } from '../audit/audit-value';

type Params = Readonly<Record<string, number>>;

/** What the audit log tells of a write. */
export interface WriteAudit {
  readonly action: AuditAction;
  /** How it was: asked of the engine before the write, in the name of the caller. Not there where nothing is replaced. */
  readonly before?: { readonly route: Route; readonly pick: (answer: never, params: Params, body: object) => unknown };
}

const strategy: WriteAudit = {
  action: 'strategy-changed',
  before: { route: engineRoutes.getNodeStrategy, pick: (answer: NodeStrategy): AuditValue => answer.strategy },
};
const label: WriteAudit = {
  action: 'label-changed',
  before: { route: engineRoutes.getNodeProfile, pick: (answer: NodeProfile): AuditValue => ({ label: answer.label }) },
};
const tariff: WriteAudit = {
  action: 'tariff-changed',
  before: {
    route: engineRoutes.getCommunity,
    pick: ({ tariffs }: Community, _: Params, { validFrom }: { validFrom?: string }) =>
      tariffs.find((one) => one.validFrom === validFrom),
  },
};
const plantBefore = {
  route: engineRoutes.getNodePlants,
  pick: ({ pvSystems, batteries }: NodePlants, { plantId }: Params) =>
    [...pvSystems, ...batteries].find((plant) => plant.plantId === plantId),
};

/** Every write that may be forwarded, and what is written down of it. */
export const WRITE_AUDITS: ReadonlyMap<Route, WriteAudit> = new Map<Route, WriteAudit>([
  [engineRoutes.putNodeStrategy, strategy],
  [engineRoutes.putNodeLabel, label],
  [engineRoutes.addPlant, { action: 'plant-added' }],
  [engineRoutes.putPlant, { action: 'plant-changed', before: plantBefore }],
  [engineRoutes.removePlant, { action: 'plant-removed', before: plantBefore }],
  [engineRoutes.clearAgain, { action: 'cleared-again' }],
  [engineRoutes.importReadings, { action: 'readings-imported' }],
  [engineRoutes.putTariff, tariff],
]);
