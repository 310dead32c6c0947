import type { Bounds, Point, Size } from './plane';

/** What part of the plane is on the screen: its middle, and how much closer it is than when all fits. */
export interface MapView {
  readonly middle: Point;
  /** 1: all fits. */
  readonly zoom: number;
}

/** A plane drawn on a screen of a size. */
export interface Projection {
  /** px for one unit of the plane. */
  readonly scale: number;
  readonly toScreen: (place: Point) => Point;
  readonly toPlane: (at: Point) => Point;
}

export const MAX_ZOOM = 24;
/** Room for labels and symbols around the outermost nodes, in px: less of it where there is little. */
const MARGIN_PX = { x: 56, y: 32 } as const;
const MARGIN_SHARE = 0.1;

export function wholeView(bounds: Bounds): MapView {
  return { zoom: 1, middle: { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 } };
}

export function project(view: MapView, bounds: Bounds, { width, height }: Size): Projection {
  const scale = fitScale(bounds, { width, height }) * view.zoom;
  const { x: middleX, y: middleY } = view.middle;
  return {
    scale,
    toScreen: ({ x, y }) => ({ x: (x - middleX) * scale + width / 2, y: (y - middleY) * scale + height / 2 }),
    toPlane: ({ x, y }) => ({ x: (x - width / 2) / scale + middleX, y: (y - height / 2) / scale + middleY }),
  };
}

function fitScale({ minX, maxX, minY, maxY }: Bounds, { width, height }: Size): number {
  const room = (px: number, marginPx: number) => Math.max(1, px - 2 * Math.min(marginPx, px * MARGIN_SHARE));
  const across = room(width, MARGIN_PX.x) / Math.max(maxX - minX, 1e-9);
  const down = room(height, MARGIN_PX.y) / Math.max(maxY - minY, 1e-9);
  const scale = Math.min(across, down);
  // A single node has no extent: any scale will do.
  return scale > 1e8 ? 1 : scale;
}

/** Goes `factor` times closer; what is at `at` on the screen stays there. */
export function zoomAt(view: MapView, factor: number, at: Point, bounds: Bounds, size: Size): MapView {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom * factor));
  const before = project(view, bounds, size).toPlane(at);
  const after = project({ ...view, zoom }, bounds, size).toPlane(at);
  return held({ zoom, middle: moved(view.middle, before.x - after.x, before.y - after.y) }, bounds);
}

/** Moves what is drawn by px. */
export function pan(view: MapView, byPx: Point, bounds: Bounds, size: Size): MapView {
  const { scale } = project(view, bounds, size);
  return held({ ...view, middle: moved(view.middle, -byPx.x / scale, -byPx.y / scale) }, bounds);
}

function moved({ x, y }: Point, byX: number, byY: number): Point {
  return { x: x + byX, y: y + byY };
}

/** The middle stays within the grid, so that it cannot get lost; all of it is shown from its own middle. */
function held(view: MapView, bounds: Bounds): MapView {
  if (view.zoom === 1) return wholeView(bounds);
  const { x, y } = view.middle;
  const middle = {
    x: Math.min(bounds.maxX, Math.max(bounds.minX, x)),
    y: Math.min(bounds.maxY, Math.max(bounds.minY, y)),
  };
  return { ...view, middle };
}
