/** Rehearsals need programs that not every machine has: `tools/test.mjs` looks for them and tells where they are. */
module.exports = {
  ...require('../jest.preset.cjs'),
  displayName: 'rehearsal',
  rootDir: __dirname,
  testMatch: ['<rootDir>/rehearsal/**/*.rehearsal.ts'],
};
