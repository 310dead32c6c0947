import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
const { groups } = parse(read('docker/monitoring/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

describe('alerts', () => {
  it('are each explained in docs/alerts.md, and nothing else is', () => {
    const explained = [...read('docs/alerts.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s says how bad it is and what to do', (name, rule) => {
    expect(['warning', 'critical']).toContain(rule.labels.severity);
    expect(rule.annotations.summary.length).toBeGreaterThan(10);
    expect(rule.annotations.runbook).toBe(`docs/alerts.md#${name.toLowerCase()}`);
    expect(rule.expr.length).toBeGreaterThan(0);
  });

  it('are read by Prometheus, with the programs that make the figures', () => {
    const config = parse(read('docker/monitoring/prometheus.yml')) as {
      rule_files: string[];
      scrape_configs: { job_name: string }[];
    };
    expect(config.rule_files).toEqual(['/etc/prometheus/alerts.yml']);
    expect(config.scrape_configs.map(({ job_name }) => job_name)).toEqual(['bff', 'engine', 'node']);
  });
});

describe('the dashboard', () => {
  interface Panel {
    readonly id: number;
    readonly type: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets?: { readonly expr: string }[];
  }
  const { panels } = JSON.parse(read('docker/monitoring/grafana/ceex.json')) as { panels: Panel[] };

  it('has panels that ask for something and do not lie upon each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { type, targets, gridPos } of panels) {
      if (type !== 'row') expect(targets?.every(({ expr }) => expr.length > 0)).toBe(true);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
    const taken = panels.flatMap(({ gridPos: { x, y } }) => `${x},${y}`);
    expect(new Set(taken).size).toBe(taken.length);
  });
});
