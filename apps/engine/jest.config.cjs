module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'engine',
  rootDir: __dirname,
  // Suites start a database of their own; a busy machine takes its time for that.
  testTimeout: 60_000,
};
