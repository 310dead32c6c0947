import type { Point, Size } from './plane';

/** A text that belongs to a place on the screen. */
export interface LabelWish {
  readonly key: string;
  readonly text: string;
  readonly at: Point;
  /** How far the symbol at the place reaches, in px. */
  readonly reachPx: number;
  /** The higher, the earlier it is given room. */
  readonly weight: number;
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Rather more than a letter of 12 px takes, so that no two texts touch in any font. */
const LETTER_PX = 6.7;
const HEIGHT_PX = 16;
const BASE_PX = 12;
const GAP_PX = 3;

type Side = (wish: LabelWish, widthPx: number) => Box;

const SIDES: readonly (readonly [PlacedLabel['anchor'], Side])[] = [
  ['start', ({ at, reachPx }, width) => boxAt(at.x + reachPx + GAP_PX, at.y - HEIGHT_PX / 2, width)],
  ['end', ({ at, reachPx }, width) => boxAt(at.x - reachPx - GAP_PX - width, at.y - HEIGHT_PX / 2, width)],
  ['middle', ({ at, reachPx }, width) => boxAt(at.x - width / 2, at.y - reachPx - GAP_PX - HEIGHT_PX, width)],
  ['middle', ({ at, reachPx }, width) => boxAt(at.x - width / 2, at.y + reachPx + GAP_PX, width)],
];

/**
 * Gives each text a side of its place where it covers neither another text nor a symbol, and stays on the screen; a
 * text for which there is none is left out. The weightier ones come first.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  symbols: readonly { at: Point; reachPx: number }[],
  size: Size,
): PlacedLabel[] {
  const taken: Box[] = symbols.map(({ at: { x, y }, reachPx }) => ({
    left: x - reachPx,
    top: y - reachPx,
    right: x + reachPx,
    bottom: y + reachPx,
  }));
  return wishes
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap((wish) => {
      const widthPx = wish.text.length * LETTER_PX;
      for (const [anchor, side] of SIDES) {
        const box = side(wish, widthPx);
        if (!isWithin(box, size) || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        return [{ key: wish.key, text: wish.text, anchor, x: anchorX(anchor, box), y: box.top + BASE_PX }];
      }
      return [];
    });
}

function boxAt(left: number, top: number, width: number): Box {
  return { left, top, right: left + width, bottom: top + HEIGHT_PX };
}

function anchorX(anchor: PlacedLabel['anchor'], { left, right }: Box): number {
  if (anchor === 'start') return left;
  return anchor === 'end' ? right : (left + right) / 2;
}

function isWithin({ left, top, right, bottom }: Box, { width, height }: Size): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
