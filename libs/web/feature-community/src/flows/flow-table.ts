import type { CommunityFlows } from '@ceex/contracts';
import { formatEnergyAs, formatPrice, NO_VALUE, priceUnit, type TableColumn } from '@ceex/web-ui';
import { shareText, type Wording } from './flow-sentences';
import { directed, type LineFlow, type MapNode } from './line-flows';

/** The columns of the table behind the map. */
export function flowColumns({ language, currency }: Wording, locale: string): TableColumn[] {
  const column = (name: string, unit?: string) => {
    const label = language.translate(`community.table.${name}`);
    return unit === undefined ? label : `${label} (${unit})`;
  };
  return [
    { label: column('from') },
    { label: column('to') },
    { label: column('energy', 'kWh'), numeric: true },
    { label: column('share'), numeric: true },
    { label: column('peak'), numeric: true },
    { label: column('price', priceUnit(currency, locale)), numeric: true },
  ];
}

/**
 * A row for each line whose flow is shown, from where the energy comes to where it goes, with the price at its lower
 * node; the first row is the root with its price.
 */
export function flowRows(
  nodes: readonly MapNode[],
  lines: readonly LineFlow[],
  flows: CommunityFlows | undefined,
  index: number,
  wording: Wording,
  locale: string,
): string[][] {
  const prices = new Map((flows?.prices ?? []).map(({ nodeId, pricesMicroPerKwh }) => [nodeId, pricesMicroPerKwh]));
  const priceText = (nodeId: number) => {
    const price = prices.get(nodeId)?.[index] ?? null;
    return price === null ? NO_VALUE : formatPrice(price, locale, wording.currency).value;
  };
  const share = (shareBp: number | null) => (shareBp === null ? NO_VALUE : shareText(shareBp, wording));
  const roots = nodes
    .filter(({ parentId }) => parentId === null)
    .map(({ nodeId, label }) => [label, NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE, priceText(nodeId)]);
  const rows = lines.flatMap((line) => {
    if (line.flowWh === null) return [];
    const { from, to } = directed(line);
    // Small flows are what there is to see here: each with as many decimals as it needs.
    const energy = formatEnergyAs(Math.abs(line.flowWh), 'kWh', Math.abs(line.flowWh), locale);
    return [[from.label, to.label, energy, share(line.shareBp), share(line.peakBp), priceText(line.node.nodeId)]];
  });
  return [...roots, ...rows];
}
