import { type Row, startWorld, type World } from './world';

/** Starts the world of a suite, and stops it after; gives it once a test runs. No test sees what another one sent. */
export function worldOfSuite(): () => World {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.bff.stop());
  beforeEach(() => world.bff.engine.reset());

  return () => world;
}

/** A test for each row: the request is refused just so, and nothing of it reaches the engine. */
export function refusesEach(world: () => World, rows: readonly Row[]): void {
  it.each(rows.map((row) => ({ name: row[0], row })))('refuses $name', ({ row: [, target, status, code, rest] }) =>
    world().refuses(target, status, code, rest),
  );
}
