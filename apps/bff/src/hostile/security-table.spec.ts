import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');

describe('the table of docs/security.md', () => {
  const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
    .split('## OWASP')[1]
    ?.split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each(rows ?? [])('%s names tests that there are: %s %s', (_, number, _requirement, met, _how, shown) => {
    const tests = [...(shown ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');
    for (const path of tests) {
      const file = join(root, path.startsWith('libs/') ? path : `apps/${path}`);
      expect([number, path, existsSync(file)]).toEqual([number, path, true]);
    }
    if (met === 'yes' || met === 'partly') expect(tests).not.toEqual([]);
    expect(['yes', 'partly', 'no', 'not applicable']).toContain(met);
  });
});
