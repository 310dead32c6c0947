const preset = require('../../../jest.web.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'web-feature-operator',
  rootDir: __dirname,
  // The browser's build of it is an ES module, which Jest does not take.
  moduleNameMapper: { ...preset.moduleNameMapper, '^csv-parse/browser/esm/sync$': require.resolve('csv-parse/sync') },
};
