import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// ESLint replaces the options of a rule where a later entry sets it again, so what is forbidden is put together here.
const zodByNamespace = {
  selector: "ImportDeclaration[source.value='zod'] > :not(ImportNamespaceSpecifier, Literal)",
  message: "Write `import * as z from 'zod'`: the named import drags 355 KiB of locales into each bundle.",
};
const namedExports = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' };
const noAssign = {
  selector: "CallExpression[callee.object.name='Object'][callee.property.name='assign']",
  message: 'Object.assign can set a prototype from parsed JSON; spread instead.',
};
const noDateNow = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Time comes in as a value.',
};
const noSkippedTest = {
  selector:
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|skipIf|runIf|todo)$/]',
  message: 'Every test runs, everywhere.',
};

/** For what is allowed in files that the rest of the rules also hold for. */
const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));

export default defineConfig(
  globalIgnores(['cdk.out', 'coverage', '.vereinbar', 'test/import-rules/examples']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_+$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', zodByNamespace, namedExports, noAssign],
    },
  },
  { files: ['infra/**', 'functions/**', 'shared/**'], rules: { 'max-lines': ['error', 300] } },
  // One row per code: tables, read by looking up.
  {
    files: ['shared/feeds/notice-catalogue.ts', 'shared/messages/message-arguments.ts'],
    rules: off('max-lines'),
  },
  {
    files: ['shared/domain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'performance'].map((name) => ({
          name,
          message: 'The domain knows no environment, clock, chance or I/O: let it come in as a value.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as a value.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as a value.' },
      ],
      'no-restricted-syntax': ['error', zodByNamespace, namedExports, noAssign, noDateNow],
    },
  },
  {
    files: ['test/**'],
    rules: {
      ...off(
        '@typescript-eslint/consistent-type-assertions',
        '@typescript-eslint/no-non-null-assertion',
        '@typescript-eslint/no-unsafe-assignment',
        '@typescript-eslint/no-unsafe-member-access',
      ),
      'no-restricted-syntax': ['error', zodByNamespace, namedExports, noSkippedTest],
    },
  },
  // The tool wants its settings as a default export.
  { files: ['test/vitest.config.ts'], rules: off('no-restricted-syntax') },
  { files: ['functions/local/**', 'test/bench/**'], rules: off('no-console') },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: off('no-console', 'no-restricted-syntax'),
  },
);
