import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may import whom (docs/architecture.md). A project without a line here may import nothing. */
const walls = [
  { sourceTag: 'pure:units', onlyDependOnLibsWithTags: [], allowedExternalImports: [] },
  { sourceTag: 'pure:market', onlyDependOnLibsWithTags: ['pure:units'], allowedExternalImports: [] },
  { sourceTag: 'pure:solar', onlyDependOnLibsWithTags: ['pure:units'], allowedExternalImports: [] },
  { sourceTag: 'pure:simulation', onlyDependOnLibsWithTags: ['pure:units', 'pure:solar'], allowedExternalImports: [] },
  { sourceTag: 'scope:contracts', onlyDependOnLibsWithTags: ['pure:units'], allowedExternalImports: ['zod'] },
  {
    sourceTag: 'scope:server',
    onlyDependOnLibsWithTags: ['scope:contracts', 'pure:units'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'scope:bff',
    onlyDependOnLibsWithTags: ['scope:server', 'scope:contracts', 'pure:units'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'scope:engine',
    onlyDependOnLibsWithTags: [
      'scope:server',
      'scope:contracts',
      'pure:units',
      'pure:market',
      'pure:solar',
      'pure:simulation',
    ],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'web:app',
    onlyDependOnLibsWithTags: ['web:feature', 'web:ui', 'web:data-access', 'scope:contracts', 'pure:units'],
  },
  {
    sourceTag: 'web:feature',
    onlyDependOnLibsWithTags: ['web:ui', 'web:data-access', 'scope:contracts', 'pure:units'],
  },
  { sourceTag: 'web:data-access', onlyDependOnLibsWithTags: ['scope:contracts', 'pure:units'] },
  {
    sourceTag: 'web:ui',
    onlyDependOnLibsWithTags: ['pure:units'],
    bannedExternalImports: ['@angular/common/http'],
  },
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: ['scope:web', 'scope:contracts', 'pure:units'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'express'],
  },
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:contracts', 'pure:units'] },
  {
    sourceTag: 'scope:tools',
    onlyDependOnLibsWithTags: ['scope:contracts', 'pure:units', 'pure:market', 'pure:solar', 'pure:simulation'],
  },
];

/** The pure libraries: no clock, no chance, no environment, nothing asynchronous, no Node. */
const pure = {
  'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'Pure libraries know no Node.' }] }],
  'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'performance', 'crypto'],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
    { object: 'Math', property: 'random', message: 'Seeds come in as arguments.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: ':function[async=true]', message: 'Pure libraries are synchronous.' },
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
  ],
};

export default defineConfig(
  { ignores: ['**/dist', '**/node_modules', '**/.nx', '**/.angular', '**/.ceex', '**/coverage', '**/test-results'] },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, banTransitiveDependencies: false, allow: [], depConstraints: walls },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['libs/{units,market,solar,simulation}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: pure,
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts', 'apps/e2e/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      // Specs may use development packages (fast-check, supertest, highs) that the shipped code may not.
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          banTransitiveDependencies: false,
          allow: [],
          depConstraints: walls.map(({ allowedExternalImports: _allowed, ...wall }) => wall),
        },
      ],
    },
  },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/web/**/*.ts', 'libs/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'ceex', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'ceex', style: 'camelCase' }],
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  prettier,
);
