import type { Battery, GridNode, Household, PvSystem, Strategy } from '@ceex/contracts';
import { CommandError } from './command-error';
import { readTable, type TableRow } from './csv-table';
import { capacityWh, type RatingUse } from './grid-file';

/** A member of a community and where it is connected. */
export interface Member {
  readonly code: string;
  /** Code of the bus it hangs on; null in a file that only converts. */
  readonly bus: string | null;
  readonly pvKwp: string;
  /** Column of the yield series, such as `SE30`; null without PV. */
  readonly pvOrientation: string | null;
  readonly connectionKva: number | null;
  readonly batteries: readonly Battery[];
  readonly pvSystems: readonly PvSystem[];
}

export interface MemberOptions extends RatingUse {
  readonly strategy: Strategy['kind'];
  /** Length of the line from the bus to the house, in metres. */
  readonly serviceLineM: number;
}

const AZIMUTHS: Partial<Record<string, readonly number[]>> = {
  N: [0],
  NE: [45],
  E: [90],
  SE: [135],
  S: [180],
  SW: [225],
  W: [270],
  NW: [315],
  EW: [90, 270],
};
/** Not known from such a file, and of no consequence for the market. */
const COMMISSIONED_ON = '2000-01-01';

/** Reads the columns household, node_id, pv_kwp, pv_orientation, battery_kwh, battery_kw, connection_kva. */
export async function readMembers(path: string): Promise<Member[]> {
  return (await readTable(path)).map((row) => {
    const pvKwp = row.optional('pv_kwp') ?? '0';
    const peakPowerW = Math.round((row.number('pv_kwp') ?? 0) * 1000);
    const pvOrientation = peakPowerW > 0 ? row.text('pv_orientation') : null;
    return {
      code: row.text('household'),
      bus: row.optional('node_id'),
      pvKwp,
      pvOrientation,
      connectionKva: row.number('connection_kva'),
      batteries: batteriesOf(row),
      pvSystems: pvOrientation === null ? [] : pvSystemsOf(path, row, pvOrientation, peakPowerW),
    };
  });
}

function batteriesOf(row: TableRow): Battery[] {
  const capacity = Math.round((row.number('battery_kwh') ?? 0) * 1000);
  const powerW = Math.round((row.number('battery_kw') ?? 0) * 1000);
  return capacity > 0 && powerW > 0 ? [{ name: 'Battery', capacityWh: capacity, powerW }] : [];
}

/** `SE30` is a roof to the south-east with 30° of tilt; `EW10` is half of it to each side. */
function pvSystemsOf(path: string, row: TableRow, orientation: string, peakPowerW: number): PvSystem[] {
  const [, direction = '', tilt = ''] = /^([NESW]{1,2})(\d{1,2})$/.exec(orientation) ?? [];
  const azimuths = AZIMUTHS[direction];
  if (azimuths === undefined) {
    throw new CommandError(`${path}, line ${row.line}: pv_orientation "${orientation}" is none (S30, SE30, EW10)`);
  }
  return azimuths.map((azimuthDeg) => ({
    name: `PV ${direction}`,
    peakPowerW: Math.round(peakPowerW / azimuths.length),
    tiltDeg: Number(tilt),
    azimuthDeg,
    commissionedOn: COMMISSIONED_ON,
  }));
}

/** The member's node below its bus, at the end of a service line. */
export function memberNode(member: Member, { asCapacity, serviceLineM }: MemberOptions): GridNode {
  const { code, bus, connectionKva } = member;
  const capacity = asCapacity && connectionKva !== null ? capacityWh(connectionKva, 'kVA') : null;
  return {
    code,
    parent: bus,
    kind: 'household',
    label: code,
    x: null,
    y: null,
    lengthM: serviceLineM,
    rating: connectionKva,
    ratingUnit: connectionKva === null ? null : 'kVA',
    capacityUpWh: capacity,
    capacityDownWh: capacity,
    feeUpMicroPerKwh: 0,
    feeDownMicroPerKwh: 0,
  };
}

export function memberHousehold({ code, pvSystems, batteries }: Member, { strategy }: MemberOptions): Household {
  return {
    node: code,
    meteringPoint: null,
    pvSystems: [...pvSystems],
    batteries: [...batteries],
    strategy: {
      kind: strategy,
      lowestSellMicroPerKwh: null,
      highestPayMicroPerKwh: null,
      flexibilityMicroPerKwh: null,
    },
  };
}
