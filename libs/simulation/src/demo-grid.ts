import { chance, PURPOSE } from './chance';
import type { DemoEdge, DemoNode } from './community';
import { DEMO_STREETS, type DemoStreet } from './demo-streets';

const STREET_RATING_A = 160;
const SERVICE_RATING_A = 40;

/** Energy that a three-phase line of 400 V lets through in a quarter of an hour: √3 · U · I · 0.25 h, whole Wh. */
export function capacityWh(ratingA: number): number {
  return Math.floor(Math.sqrt(3) * 400 * ratingA * 0.25);
}

function edge(from: Point, to: Point, ratingA: number): DemoEdge {
  // Cables follow kerbs and go down into trenches: a little longer than the straight line.
  const lengthM = Math.round(Math.hypot(to.x - from.x, to.y - from.y) * 1.08) + 2;
  return { lengthM, rating: ratingA, ratingUnit: 'A', capacityWh: capacityWh(ratingA), feeUp: 0, feeDown: 0 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function walk(from: Point, bearingDeg: number, metres: number): Point {
  const angle = (bearingDeg * Math.PI) / 180;
  return { x: round(from.x + Math.sin(angle) * metres), y: round(from.y + Math.cos(angle) * metres) };
}

function round(metres: number): number {
  return Math.round(metres * 10) / 10 + 0; // −0 becomes 0
}

/** The grid of the demo: a transformer, a cabinet at the head of each street, junctions along it, houses beside it. */
export function demoGrid(seed: number): DemoNode[] {
  const root: DemoNode = {
    code: 'T1',
    parentCode: null,
    kind: 'transformer',
    label: 'Trafostation Dorf',
    x: 0,
    y: 0,
    edge: null,
  };
  const nodes = [root];
  DEMO_STREETS.forEach((street, index) => layStreet(nodes, root, street, index, seed));
  return nodes;
}

function layStreet(nodes: DemoNode[], root: DemoNode, street: DemoStreet, index: number, seed: number): void {
  const draw = (what: number) => chance(seed, PURPOSE.grid, index, what);
  const add = (parent: DemoNode, kind: DemoNode['kind'], code: string, label: string, at: Point, ratingA: number) => {
    const node = { code, parentCode: parent.code, kind, label, ...at, edge: edge(parent, at, ratingA) };
    nodes.push(node);
    return node;
  };

  let bearingDeg = street.bearingDeg + (draw(0) - 0.5) * 12;
  const cabinetAt = walk(root, bearingDeg, street.toCabinetM * (0.85 + 0.3 * draw(1)));
  const cabinet = add(root, 'cabinet', `K${index + 1}`, `Kabine ${street.name}`, cabinetAt, street.feederRatingA);
  let parent: DemoNode = cabinet;
  street.houses.forEach((label, house) => {
    if (house % 2 === 0) {
      bearingDeg += (draw(10 + house) - 0.5) * 22;
      const number = house / 2 + 1;
      const at = walk(parent, bearingDeg, 24 + 14 * draw(40 + house));
      parent = add(
        parent,
        'junction',
        `${cabinet.code}-M${number}`,
        `Muffe ${street.name} ${number}`,
        at,
        STREET_RATING_A,
      );
    }
    const aside = bearingDeg + (house % 2 === 0 ? -90 : 90) + (draw(70 + house) - 0.5) * 30;
    const households = nodes.filter((node) => node.kind === 'household').length;
    const code = `H${String(households + 1).padStart(2, '0')}`;
    add(parent, 'household', code, label, walk(parent, aside, 10 + 14 * draw(100 + house)), SERVICE_RATING_A);
  });
}
