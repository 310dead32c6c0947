import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from './compose-files';

const IMAGES = ['web', 'bff', 'engine'];

interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** A Dockerfile's instructions, continued lines joined, in stages. */
function stagesOf(image: string): Instruction[][] {
  const lines = read(`docker/${image}/Dockerfile`)
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, value });
  }
  return stages;
}

describe.each(IMAGES)('docker/%s/Dockerfile', (image) => {
  const stages = stagesOf(image);
  const last = stages.at(-1) ?? [];
  const values = (name: string, of = last) => of.filter((one) => one.name === name).map(({ value }) => value);

  it('has instructions that are known', () => {
    const known = 'FROM WORKDIR ENV COPY RUN USER EXPOSE STOPSIGNAL HEALTHCHECK CMD ENTRYPOINT ARG LABEL'.split(' ');
    expect(stages.flat().filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  it('names its base images with registry and version, none of them latest', () => {
    const stageNames = stages.flatMap((stage) => /\sAS\s+(\w+)/.exec(values('FROM', stage)[0] ?? '')?.[1] ?? []);
    for (const stage of stages) {
      const [base = ''] = (values('FROM', stage)[0] ?? '').split(' ');
      if (!stageNames.includes(base)) expect(base).toMatch(/^docker\.io\/[\w/-]+:\d[\w.-]*$/);
    }
  });

  it('runs as a user by number, so that an orchestrator sees that it is not root', () => {
    expect(values('USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
  });

  it('knows whether it is healthy, without a program that it would need for nothing else', () => {
    expect(values('HEALTHCHECK')).toEqual([expect.stringContaining('CMD [')]);
    expect(values('HEALTHCHECK')[0]).not.toContain('curl');
  });

  it('starts its program itself, without a shell before it', () => {
    for (const value of [...values('CMD'), ...values('ENTRYPOINT')]) expect(value).toMatch(/^\[.*\]$/);
  });

  it('fetches nothing by address and carries no secret', () => {
    for (const { name, value } of stages.flat()) {
      expect(name).not.toBe('ADD');
      if (name === 'RUN') expect(value).not.toMatch(/curl|wget|https?:/);
      if (name === 'ENV' || name === 'ARG') expect(value).not.toMatch(/SECRET|PASSWORD|TOKEN|_KEY/);
    }
  });

  it('copies only what is built, not the checkout', () => {
    const copies = values('COPY');
    expect(copies.length).toBeGreaterThan(0);
    for (const value of copies) expect(value).toMatch(/^(--from=build |docker\/)/);
    const files = copies.filter((value) => !value.startsWith('--from')).map((value) => value.split(' ')[0] ?? '');
    for (const file of files) expect(existsSync(join(root, file))).toBe(true);
  });

  it('begins like the other two, so that packages are installed once for all three', () => {
    const [packages, build] = stages;
    const [ofBff, buildOfBff] = stagesOf('bff');
    expect(packages).toEqual(ofBff);
    expect(build?.slice(0, 2)).toEqual(buildOfBff?.slice(0, 2));
  });

  it('tells its commit by a label', () => {
    expect(values('ARG')).toEqual(['COMMIT=unknown']);
    expect(values('LABEL')[0]).toContain('org.opencontainers.image.revision="$COMMIT"');
  });
});

describe('.dockerignore', () => {
  it('lets in what is named and nothing else', () => {
    const lines = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines[0]).toBe('*');
    expect(lines).toContain('**/.env');
    for (const line of lines.filter((one) => one.startsWith('!')))
      expect(existsSync(join(root, line.slice(1)))).toBe(true);
  });
});
