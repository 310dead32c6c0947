import type { EnergyMeaning } from '../energy/meaning';

export interface TooltipRow {
  readonly label: string;
  readonly value: string;
  readonly meaning?: EnergyMeaning;
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** A chart's tooltip as elements (never as HTML text, so that no label can carry markup). Styled by chart.css. */
export function tooltipElement(heading: string, rows: readonly TooltipRow[]): HTMLElement {
  const tooltip = element('div', 'ceex-tooltip');
  tooltip.append(element('div', 'ceex-tooltip-heading', heading));
  for (const { label, value, meaning } of rows) {
    const row = element('div', 'ceex-tooltip-row');
    const swatch = element('span', 'ceex-tooltip-swatch');
    if (meaning !== undefined) swatch.dataset['meaning'] = meaning;
    row.append(swatch, element('span', 'ceex-tooltip-label', label), element('span', 'ceex-tooltip-value', value));
    tooltip.append(row);
  }
  return tooltip;
}
