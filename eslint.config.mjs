import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', '.habeas/**', 'data/**', 'demo-data/**', 'test-results/**', 'src/web/islands/**/*.js'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'migrations/**/*.ts', 'test/**/*.ts', 'test/**/*.tsx', 'bench/**/*.ts'],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.islands.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreIIFE: false }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/unbound-method': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    // Dates have one door: everything else asks kernel/time.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/kernel/time/**', 'src/web/islands/**', '**/*.spec.ts', '**/*.spec.tsx'],
    rules: { 'no-restricted-globals': ['error', { name: 'Date', message: 'Use kernel/time.' }] },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/kernel/settings/**', 'src/web/islands/**', '**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Settings are read in kernel/settings.' },
      ],
    },
  },
);
