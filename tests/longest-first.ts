import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longest, the longest first: one of them begun last would run alone while the other processor idles.
 * Taken from a run of all tests; one that is missing here costs time and nothing else.
 */
const LONGEST: readonly string[] = [
  'main/vault/kill.test.ts',
  'main/vault/faults.test.ts',
  'main/command-line/whole-job.test.ts',
  'main/pack/recipients.test.ts',
  'main/pack/corpus/corpus.test.ts',
  'main/pack/bilingual.test.ts',
  'main/pack/case-pages.test.ts',
  'main/pack/archival-pages.test.ts',
  'main/pack/archival-files.test.ts',
  'main/pack/absorb/absorb-document.test.ts',
  'main/pack-check/check-pack.test.ts',
  'main/intake/large-file.test.ts',
  'scripts/build-freshness.test.ts',
  'e2e/accessibility-ru.test.ts',
  'e2e/whole-closing.test.ts',
  'e2e/accessibility-en.test.ts',
  'e2e/accessibility-zh-cn.test.ts',
  'e2e/kill.test.ts',
  'e2e/contacts-and-time.test.ts',
  'e2e/steps.test.ts',
  'e2e/vault-and-rows.test.ts'
]

/** The longest files first, the others in vitest's own order: by size where nothing is known of an earlier run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}`))
      return place === -1 ? LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
