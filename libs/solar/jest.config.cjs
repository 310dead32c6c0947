module.exports = { ...require('../../jest.preset.cjs'), displayName: 'solar', rootDir: __dirname };
