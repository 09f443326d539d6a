import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import vueParser from 'vue-eslint-parser'

/** Banned by house rule: literal unions in place of enums, named exports so that a name means one thing everywhere. */
const houseRules = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  'no-console': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
    { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' }
  ]
}

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error'
}

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    // The same for both kinds of file: otherwise every program is built twice.
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.vue'] } },
    rules: { ...houseRules, ...typed }
  },
  { files: ['scripts/**/*.mjs'], languageOptions: { globals: { process: 'readonly', Buffer: 'readonly' } } },
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['src/renderer/**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, projectService: true, extraFileExtensions: ['.vue'] }
    },
    plugins: { '@intlify/vue-i18n': vueI18n },
    settings: {
      'vue-i18n': {
        localeDir: [
          {
            pattern: './src/renderer/locales/*/*.json',
            localeKey: 'path',
            localePattern: /^.*\/(?<locale>[\w-]+)\/[\w-]+\.json$/
          },
          { pattern: './src/shared/locales/*.json', localeKey: 'file' }
        ],
        messageSyntaxVersion: '^11.0.0'
      }
    },
    rules: {
      ...houseRules,
      ...typed,
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // Layout is prettier's.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        { ignorePattern: '^[-–—·•#:;,.+/×%&()|0-9\\s]+$|^SHA-256$|^Closeout$|^Ctrl K$' }
      ],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }]
    }
  },
  {
    files: ['*.config.ts', '*.config.mjs', 'scripts/**', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' }
  }
)
