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

/** A text in a language belongs to the locale files; letters of these scripts are texts for certain. */
const noTexts = {
  selector:
    ':matches(Literal[value=/[\\u0400-\\u04ff\\u3400-\\u9fff]/], TemplateElement[value.cooked=/[\\u0400-\\u04ff\\u3400-\\u9fff]/])',
  message: 'Put the text into the locale files.'
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
          { pattern: './src/shared/locales/*.json', localeKey: 'file' },
          { pattern: './src/shared/locales/norm/*.json', localeKey: 'file' }
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
        {
          ignorePattern: '^[-–—·•#:;,.+/×%&()|0-9\\s]+$|^SHA-256$|^Closeout$',
          attributes: { '/.+/': ['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description'] }
        }
      ],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }]
    }
  },
  {
    files: ['src/renderer/**/*.{ts,vue}'],
    // How a language writes its units and dates is what this folder is about.
    ignores: ['src/renderer/formats/**'],
    rules: { 'no-restricted-syntax': [...houseRules['no-restricted-syntax'], noTexts] }
  },
  {
    files: ['*.config.ts', '*.config.mjs', 'scripts/**', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' }
  }
)
