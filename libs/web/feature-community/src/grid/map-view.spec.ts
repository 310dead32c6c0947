import { MAX_ZOOM, pan, project, wholeView, zoomAt } from './map-view';

const bounds = { minX: 0, minY: 0, maxX: 100, maxY: 50 };
const size = { width: 612, height: 364 };

describe('the view of the map', () => {
  it('shows all, with a margin, from the middle', () => {
    const { scale, toScreen } = project(wholeView(bounds), bounds, size);
    expect(scale).toBe(5);
    expect(toScreen({ x: 0, y: 0 })).toEqual({ x: 56, y: 57 });
    expect(toScreen({ x: 100, y: 50 })).toEqual({ x: 556, y: 307 });
  });

  it('goes closer around a place, which stays where it is', () => {
    const at = { x: 156, y: 107 };
    const before = project(wholeView(bounds), bounds, size).toPlane(at);
    const closer = zoomAt(wholeView(bounds), 2, at, bounds, size);
    const { scale, toScreen } = project(closer, bounds, size);
    expect(scale).toBe(10);
    expect(toScreen(before).x).toBeCloseTo(at.x);
    expect(toScreen(before).y).toBeCloseTo(at.y);
  });

  it('goes no further away than to show all, and not closer than makes sense', () => {
    const middle = { x: 306, y: 182 };
    const closer = zoomAt(wholeView(bounds), 1_000, middle, bounds, size);
    expect(closer.zoom).toBe(MAX_ZOOM);
    expect(zoomAt(closer, 1e-6, { x: 0, y: 0 }, bounds, size)).toEqual(wholeView(bounds));
  });

  it('moves with the finger, and never out of the grid', () => {
    const closer = zoomAt(wholeView(bounds), 4, { x: 306, y: 182 }, bounds, size);
    expect(pan(closer, { x: -20, y: 0 }, bounds, size).middle.x).toBeCloseTo(51);
    expect(pan(closer, { x: -1e6, y: 1e6 }, bounds, size).middle).toEqual({ x: 100, y: 0 });
    expect(pan(wholeView(bounds), { x: 50, y: 50 }, bounds, size)).toEqual(wholeView(bounds));
  });

  it('bears a single node', () => {
    const one = { minX: 7, minY: 7, maxX: 7, maxY: 7 };
    expect(project(wholeView(one), one, size).toScreen({ x: 7, y: 7 })).toEqual({ x: 306, y: 182 });
  });
});
