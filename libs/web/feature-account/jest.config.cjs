module.exports = { ...require('../../../jest.web.preset.cjs'), displayName: 'web-feature-account', rootDir: __dirname };
