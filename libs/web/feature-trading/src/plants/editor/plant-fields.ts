import { plant, type NodePlants, type Plant } from '@ceex/contracts';
import type { Day } from '@ceex/units';

/** What stands in the fields of the form, as it was typed. */
export interface PlantFields {
  readonly kind: Plant['kind'];
  readonly name: string;
  /** kWp */
  readonly peakPower: string;
  readonly azimuth: string;
  readonly tilt: string;
  readonly commissionedOn: string;
  /** kWh */
  readonly capacity: string;
  /** kW */
  readonly power: string;
}
export type PlantField = Exclude<keyof PlantFields, 'kind'>;

const PER_KILO = 1_000;
/** A roof that many houses have. */
const USUAL = { azimuth: '180', tilt: '30' };
const FIELD_OF: Readonly<Record<string, PlantField>> = {
  name: 'name',
  peakPowerW: 'peakPower',
  azimuthDeg: 'azimuth',
  tiltDeg: 'tilt',
  commissionedOn: 'commissionedOn',
  capacityWh: 'capacity',
  powerW: 'power',
};

/** The fields of a plant that is to be added; it begins to work today. */
export function newPlant(kind: Plant['kind'], today: Day): PlantFields {
  return { kind, name: '', peakPower: '', ...USUAL, commissionedOn: today, capacity: '', power: '' };
}

/** The fields of a plant that stands. */
export function fieldsOf(stands: NodePlants['pvSystems'][number] | NodePlants['batteries'][number]): PlantFields {
  const none = newPlant('battery', '');
  if ('capacityWh' in stands) {
    return { ...none, name: stands.name, capacity: kilo(stands.capacityWh), power: kilo(stands.powerW) };
  }
  return {
    ...none,
    kind: 'pv-system',
    name: stands.name,
    peakPower: kilo(stands.peakPowerW),
    azimuth: String(stands.azimuthDeg),
    tilt: String(stands.tiltDeg),
    commissionedOn: stands.commissionedOn,
  };
}

/** The plant that the fields describe, or the fields that are not as they should be. */
export function readPlant(fields: PlantFields): Plant | readonly PlantField[] {
  const { kind, name, commissionedOn } = fields;
  const candidate =
    kind === 'battery'
      ? { kind, name, capacityWh: readKilo(fields.capacity), powerW: readKilo(fields.power) }
      : {
          kind,
          name,
          peakPowerW: readKilo(fields.peakPower),
          azimuthDeg: readWhole(fields.azimuth),
          tiltDeg: readWhole(fields.tilt),
          commissionedOn,
        };
  const read = plant.safeParse(candidate);
  if (read.success) return read.data;
  return [...new Set(read.error.issues.map(({ path }) => fieldAt(String(path[0]))))];
}

/** The field of the form that a part of a plant stands in. */
export function fieldAt(path: string): PlantField {
  return FIELD_OF[path] ?? 'name';
}

function kilo(value: number): string {
  return String(value / PER_KILO);
}

/** `5.7`, `5,7`; thousandths count, more is noise. */
function readKilo(text: string): number {
  const trimmed = text.trim().replace(',', '.');
  return /^\d{1,7}(\.\d*)?$/.test(trimmed) ? Math.round(Number(trimmed) * PER_KILO) : Number.NaN;
}

function readWhole(text: string): number {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
