/**
 * Shared Jest settings of the web projects: Angular's compiler through jest-preset-angular, zoneless, CommonJS.
 * Run without --experimental-vm-modules, which this preset does not bear. ECharts is replaced by a stub, as jsdom has
 * no canvas and compiling it costs many seconds.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { paths } = JSON.parse(readFileSync(join(__dirname, 'tsconfig.base.json'), 'utf8')).compilerOptions;
const testing = join(__dirname, 'libs/web/testing');

/** The path aliases of tsconfig.base.json for Jest: one list, kept in one place. */
const aliases = Object.fromEntries(
  Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, join(__dirname, file)]),
);

module.exports = {
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: [join(testing, 'setup.ts')],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mjs|js|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: join(testing, 'tsconfig.jest.json'), stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  // Packages that ship ES modules with the ending .js.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/utils/))'],
  moduleNameMapper: { '^echarts(/.*)?$': join(testing, 'echarts.stub.ts'), ...aliases },
};
