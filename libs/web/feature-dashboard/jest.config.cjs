module.exports = {
  ...require('../../../jest.web.preset.cjs'),
  displayName: 'web-feature-dashboard',
  rootDir: __dirname,
};
