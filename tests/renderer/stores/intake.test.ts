import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useDossiersStore } from '../../../src/renderer/stores/dossiers.ts'
import { useIntakeStore } from '../../../src/renderer/stores/intake.ts'
import type { Bridge } from '../../../src/shared/bridge/bridge.ts'
import type { AttachRequest } from '../../../src/shared/bridge/contract.ts'
import type { IntakeOutcome, IntakeProgress } from '../../../src/shared/domain/intake.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { bareDossier, withExhibits } from '../../specimen-dossier.ts'

type Answer = Awaited<ReturnType<Bridge<File>['attachFiles']>>

const payment = {
  id: 'p',
  on: '2026-11-05',
  kind: 'payment',
  amountMinor: 30_000,
  currency: 'RUB',
  note: ''
} as const
const dossier = {
  ...withExhibits(bareDossier(), [
    {
      bytes: Buffer.from('receipt'),
      originalName: 'receipt.pdf',
      mediaType: 'application/pdf',
      category: 'B',
      caption: ''
    }
  ]),
  payments: { currency: 'RUB', entries: [payment] }
}
const target = { dossierId: dossier.id, category: 'B' } as const
const file = (name: string, type = 'application/pdf') => new File(['x'], name, { type })

/** Main, answering when the test wants it to. */
function setUp({ onDisk = true } = {}) {
  const asked: {
    readonly request: AttachRequest
    readonly names: readonly string[]
    answer: (a: Answer) => void
  }[] = []
  const cancelled: string[] = []
  let listener: ((progress: IntakeProgress) => void) | null = null
  const ask = (request: AttachRequest, names: readonly string[]) =>
    new Promise<Answer>((answer) => asked.push({ request, names, answer }))
  const bridge: Partial<Bridge<File>> = {
    attachFiles: (request, files) =>
      ask(
        request,
        files.map(({ name }) => name)
      ),
    pastePicture: (request, picture) => ask(request, [`picture ${picture.name}`]),
    isOnDisk: () => onDisk,
    cancelAttach: ({ jobId }) => {
      cancelled.push(jobId)
      return Promise.resolve(null)
    },
    onIntakeProgress: (given) => {
      listener = given
      return () => {
        listener = null
      }
    }
  }
  Object.assign(globalThis, { window: { bridge } })
  return {
    asked,
    cancelled,
    tell: (p: IntakeProgress) => listener?.(p),
    isHeard: () => listener !== null
  }
}

const [exhibit] = dossier.exhibits
if (exhibit === undefined) throw new Error('the specimen has no exhibit')
const added = (fileName: string): IntakeOutcome => ({ state: 'added', fileName, exhibit, oddities: [] })
const refused = (fileName: string): IntakeOutcome => ({ state: 'refused', fileName, code: 'empty-file' })
const answering = (...outcomes: IntakeOutcome[]) => done({ dossier, outcomes })
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => setActivePinia(createPinia()))

describe('a batch of files', () => {
  it('brings the dossier main answered with onto the screen', async () => {
    const { asked } = setUp()
    const batch = useIntakeStore().attachFiles(target, [file('a.pdf')])
    await settled()
    asked[0]?.answer(answering(added('a.pdf')))
    expect(await batch).toEqual([added('a.pdf')])
    expect(useDossiersStore().find(dossier.id)).toEqual(dossier)
  })

  it('waits for the one before, so that numbers follow the order of dropping', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    void intake.attachFiles(target, [file('first.pdf')])
    void intake.attachFiles(target, [file('second.pdf')])
    await settled()
    expect(asked.map(({ names }) => names)).toEqual([['first.pdf']])
    expect(intake.waiting).toBe(1)
    asked[0]?.answer(answering(added('first.pdf')))
    await settled()
    expect(asked.map(({ names }) => names)).toEqual([['first.pdf'], ['second.pdf']])
  })

  it('tells its progress while it runs, and listens no longer than that', async () => {
    const { asked, tell, isHeard } = setUp()
    const intake = useIntakeStore()
    expect(isHeard()).toBe(false)
    void intake.attachFiles(target, [file('a.pdf')])
    await settled()
    const jobId = asked[0]?.request.jobId ?? ''
    const progress = { jobId, fileName: 'a.pdf', filesDone: 0, filesTotal: 1, bytesDone: 5, bytesTotal: 10 }
    tell(progress)
    expect(intake.current?.progress).toEqual(progress)
    asked[0]?.answer(answering(added('a.pdf')))
    await settled()
    expect(intake.current).toBeNull()
    expect(isHeard()).toBe(false)
  })

  it('is cancelled by main while it runs, and never begun when it still waits', async () => {
    const { asked, cancelled } = setUp()
    const intake = useIntakeStore()
    void intake.attachFiles(target, [file('first.pdf')])
    void intake.attachFiles(target, [file('second.pdf')])
    await settled()
    await intake.cancel(intake.jobs[1]?.jobId ?? '')
    await intake.cancel(intake.jobs[0]?.jobId ?? '')
    expect(cancelled).toEqual([asked[0]?.request.jobId])
    expect(intake.current?.isCancelling).toBe(true)
    asked[0]?.answer(answering({ state: 'refused', fileName: 'first.pdf', code: 'cancelled' }))
    await settled()
    expect(asked).toHaveLength(1)
  })

  it('goes on with the next batch after one that main threw at', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    Object.assign(window.bridge, { chooseFiles: () => Promise.reject(new Error('bug')) })
    await expect(intake.chooseFiles(target)).rejects.toThrow('bug')
    void intake.attachFiles(target, [file('next.pdf')])
    await settled()
    expect(asked[0]?.names).toEqual(['next.pdf'])
  })
})

it('says what the files prove', async () => {
  const { asked } = setUp()
  const proves = [{ kind: 'entry', id: payment.id } as const]
  void useIntakeStore().attachFiles({ ...target, proves }, [file('a.pdf')])
  await settled()
  expect(asked[0]?.request).toMatchObject({ dossierId: dossier.id, category: 'B', proves })
})

describe('results', () => {
  it('that went as wished give way to the next batch; a refusal stays until it is read', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    for (const outcome of [added('quiet.pdf'), refused('empty.txt'), added('last.pdf')]) {
      const batch = intake.attachFiles(target, [file('x')])
      await settled()
      asked.at(-1)?.answer(answering(outcome))
      await batch
    }
    const shown = intake.results.flatMap((result) => (result.state === 'done' ? result.outcomes : []))
    expect(shown).toEqual([refused('empty.txt'), added('last.pdf')])
    intake.dismiss(intake.results)
    expect(intake.results).toEqual([])
  })

  it('that went as wished also give way to another step', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    for (const outcome of [refused('empty.txt'), added('quiet.pdf')]) {
      const batch = intake.attachFiles(target, [file('x')])
      await settled()
      asked.at(-1)?.answer(answering(outcome))
      await batch
    }
    intake.clearQuietResults()
    const shown = intake.results.flatMap((result) => (result.state === 'done' ? result.outcomes : []))
    expect(shown).toEqual([refused('empty.txt')])
  })

  it('stay on the screen the files were given on', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    const batch = intake.attachFiles({ ...target, screen: '/payments' }, [file('x')])
    await settled()
    asked[0]?.answer(answering(refused('empty.txt')))
    await batch
    const told = intake.resultsOn(dossier.id, '/payments')
    expect(told).toHaveLength(1)
    intake.noteTold(told, '/payments')
    expect(intake.resultsOn(dossier.id, '/contact')).toEqual([])
    expect(intake.resultsOn(dossier.id, '/payments')).toEqual(told)
  })

  it('are told where one has gone meanwhile, and nowhere after that but on their own screen', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    const batch = intake.attachFiles({ ...target, screen: '/payments' }, [file('x')])
    await settled()
    asked[0]?.answer(answering(refused('empty.txt')))
    await batch
    const told = intake.resultsOn(dossier.id, '/contact')
    expect(told).toHaveLength(1)
    intake.noteTold(told, '/contact')
    expect(intake.resultsOn(dossier.id, '/agreement')).toEqual([])
    expect(intake.resultsOn(dossier.id, '/contact')).toEqual(told)
    expect(intake.resultsOn(dossier.id, '/payments')).toEqual(told)
    intake.dismiss(told)
    expect(intake.results).toEqual([])
  })

  it('name a failure of the whole batch', async () => {
    const { asked } = setUp()
    const intake = useIntakeStore()
    const batch = intake.attachFiles(target, [file('x')])
    await settled()
    asked[0]?.answer(failed({ code: 'disk-full' }))
    await batch
    expect(intake.results).toMatchObject([{ state: 'failed', code: 'disk-full' }])
  })
})

describe('pasting', () => {
  it('takes files that lie on a disk as files', async () => {
    const { asked } = setUp()
    void useIntakeStore().paste(target, [file('a.pdf'), file('b.png', 'image/png')])
    await settled()
    expect(asked[0]?.names).toEqual(['a.pdf', 'b.png'])
  })

  it('takes a copied picture by its bytes', async () => {
    const { asked } = setUp({ onDisk: false })
    void useIntakeStore().paste(target, [file('image.png', 'image/png'), file('nothing', 'text/html')])
    await settled()
    expect(asked.map(({ names }) => names)).toEqual([['picture image.png']])
  })
})
