import { TARIFF } from '../testing/market-village';
import { foundVillage, startWriteSide, type WriteSide } from '../testing/write-side';
import { putTariff } from './put-tariff';

/** Just after midnight in Zurich, where it is the 2nd of June already. */
const NOW = Date.parse('2026-06-01T22:30:00Z');

describe('putTariff', () => {
  let side: WriteSide;
  let communityId: number;
  beforeAll(async () => {
    side = await startWriteSide();
    ({ communityId } = await foundVillage(side));
  });
  afterAll(() => side.stop());

  const put = (validFrom: string, retailMicroPerKwh = 140_000): Promise<void> =>
    putTariff(side.database, communityId, { ...TARIFF, validFrom, retailMicroPerKwh }, NOW);
  const kept = async (): Promise<unknown[]> =>
    (await side.rows('SELECT valid_from, retail FROM tariff ORDER BY valid_from')).map(Object.values);

  it('adds a tariff that begins in the future, and replaces one', async () => {
    await put('2026-06-03');
    await put('2026-06-03', 150_000);
    expect(await kept()).toEqual([
      ['2026-01-01', 130_000],
      ['2026-06-03', 150_000],
      ['2026-10-25', 125_000],
    ]);
  });

  it('never touches a day that has begun', async () => {
    const before = await kept();
    for (const day of ['2026-06-02', '2026-06-01', '2026-01-01', '2025-01-01']) {
      await expect(put(day)).rejects.toMatchObject({ code: 'conflict', details: { errors: [{ path: 'validFrom' }] } });
    }
    expect(await kept()).toEqual(before);
  });

  it('is refused for an unknown community', async () => {
    const tariff = { ...TARIFF, validFrom: '2027-01-01' };
    await expect(putTariff(side.database, 999_999, tariff, NOW)).rejects.toMatchObject({ code: 'not-found' });
  });
});
