const preset = require('../../jest.web.preset.cjs');

module.exports = { ...preset, displayName: 'web', rootDir: __dirname };
