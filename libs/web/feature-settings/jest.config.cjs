module.exports = {
  ...require('../../../jest.web.preset.cjs'),
  displayName: 'web-feature-settings',
  rootDir: __dirname,
};
