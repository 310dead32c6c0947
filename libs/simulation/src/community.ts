import type { Site } from '@ceex/solar';

/** A kind of vertex of the demo grid. */
export type DemoNodeKind = 'transformer' | 'cabinet' | 'junction' | 'household';

/** The line between a node and its parent. */
export interface DemoEdge {
  readonly lengthM: number;
  readonly rating: number;
  readonly ratingUnit: 'A';
  /** What the rating lets through in one interval, in Wh, the same in both directions. */
  readonly capacityWh: number;
  /** Fees towards and away from the root, in µCHF/kWh. */
  readonly feeUp: number;
  readonly feeDown: number;
}

/** A vertex of the demo grid. Parents come before their children. */
export interface DemoNode {
  readonly code: string;
  /** Null for the root, the transformer. */
  readonly parentCode: string | null;
  readonly kind: DemoNodeKind;
  readonly label: string;
  /** Metres east and north of the transformer. */
  readonly x: number;
  readonly y: number;
  /** Null for the root. */
  readonly edge: DemoEdge | null;
}

/** Who lives in a house: decides when energy is used. */
export type LoadProfile = 'single' | 'couple' | 'family' | 'retired' | 'home-office' | 'school';

/** A photovoltaic system of a household. */
export interface DemoSystem {
  readonly name: string;
  readonly peakPowerW: number;
  readonly tiltDeg: number;
  /** 0 north, 90 east, 180 south, 270 west. */
  readonly azimuthDeg: number;
  /** Local day from which on it produces, `YYYY-MM-DD`. */
  readonly commissionedOn: string;
}

/** A battery of a household: charged from surplus alone, never from the grid. */
export interface DemoBattery {
  readonly name: string;
  readonly capacityWh: number;
  /** Limit of charging and of discharging, in watts at the house's side. */
  readonly powerW: number;
}

/** A choice of an owner. Prices in µCHF/kWh, within the price ruler. */
export interface DemoStrategy {
  readonly kind: 'never-lose' | 'market-benefit' | 'flexibility';
  /** Only where the household can have a surplus. */
  readonly lowestSell?: number;
  readonly highestPay?: number;
  /** What a kWh moved in time must bring; only with `flexibility`. */
  readonly flexibilityAsk?: number;
}

/** A household behind its meter. */
export interface DemoHousehold {
  readonly nodeCode: string;
  /** `CH`, 11 digits, 20 letters or digits. */
  readonly meteringPoint: string;
  readonly label: string;
  readonly profile: LoadProfile;
  /** Energy used in a year, large appliances included. */
  readonly annualWh: number;
  /** The part of it that each of the large appliances uses; 0 where there is none. */
  readonly heatPumpWh: number;
  readonly carWh: number;
  /** Hot water by electricity, heated at night. */
  readonly boilerWh: number;
  readonly systems: readonly DemoSystem[];
  readonly battery?: DemoBattery;
  readonly strategy: DemoStrategy;
}

/** What the utility charges and pays, in µCHF/kWh without VAT; discounts and VAT in basis points. */
export interface DemoTariff {
  readonly retailMicroPerKwh: number;
  readonly gridUsageMicroPerKwh: number;
  readonly leviesMicroPerKwh: number;
  readonly feedInMicroPerKwh: number;
  readonly discountSameLevel: number;
  readonly discountAcrossTransformer: number;
  readonly vat: number;
}

/** A whole community, made up. */
export interface DemoCommunity {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly gridOperator: string;
  readonly site: Site;
  readonly nodes: readonly DemoNode[];
  /** One for each node of kind `household`, in the order of the nodes. */
  readonly households: readonly DemoHousehold[];
  readonly tariff: DemoTariff;
  /** Node codes of the households that stand for the people of the demo. */
  readonly demo: {
    /** Two PV systems and a battery; trades a lot. */
    readonly prosumer: string;
    /** No plant of its own; buys from its neighbours. */
    readonly consumer: string;
    /** PV, a battery and the strategy `flexibility`. */
    readonly flexible: string;
  };
}
