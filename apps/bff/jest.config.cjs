// A suite starts servers and makes a database: on a busy machine that takes longer than Jest's five seconds.
module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'bff',
  rootDir: __dirname,
  testTimeout: 60_000,
};
