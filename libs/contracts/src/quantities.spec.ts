import { amountNano, communityId, energyWh, instant, nodeId, priceMicroPerKwh, timeZone } from './quantities';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('quantities', () => {
  it.each(['1', '42', '2147483647'])('reads %s as a key', (text) => {
    expect(nodeId.parse(text)).toBe(Number(text));
    expect(communityId.parse(text)).toBe(Number(text));
  });

  it.each(['0', '-1', '+1', '01', '1e3', '0x10', ' 1', '1.0', '2147483648', '', 'abc', '١'])(
    'refuses %j as a key: one thing has one spelling',
    (text) => expect(accepts(nodeId, text)).toBe(false),
  );

  it('takes whole and safe numbers only', () => {
    expect(accepts(energyWh, 1.5)).toBe(false);
    expect(accepts(energyWh, -1)).toBe(false);
    expect(accepts(amountNano, Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(accepts(amountNano, Number.MAX_SAFE_INTEGER + 1)).toBe(false);
    expect(accepts(priceMicroPerKwh, 100_000_001)).toBe(false);
  });

  it('takes instants with an offset only', () => {
    expect(accepts(instant, '2026-10-25T02:00:00+02:00')).toBe(true);
    expect(accepts(instant, '2026-10-25T02:00:00Z')).toBe(true);
    expect(accepts(instant, '2026-10-25T02:00:00')).toBe(false);
    expect(accepts(instant, '2026-10-25')).toBe(false);
  });

  it('knows time zones', () => {
    expect(accepts(timeZone, 'Europe/Zurich')).toBe(true);
    expect(accepts(timeZone, 'Europe/Nowhere')).toBe(false);
  });
});
