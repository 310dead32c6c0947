module.exports = {
  ...require('../../../jest.web.preset.cjs'),
  displayName: 'web-feature-community',
  rootDir: __dirname,
};
