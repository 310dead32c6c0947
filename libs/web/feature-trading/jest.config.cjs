module.exports = { ...require('../../../jest.web.preset.cjs'), displayName: 'web-feature-trading', rootDir: __dirname };
