import { describe, expect, it } from 'vitest'
import { listDossier, matches, sortDossiers } from '../../../../src/renderer/views/home/dossier-list.ts'
import { beginDossier, type Dossier } from '../../../../src/shared/domain/dossier.ts'
import { addExhibits, editDossier, type DossierEdit } from '../../../../src/shared/domain/dossier-edit.ts'
import type { Category } from '../../../../src/shared/domain/category.ts'

const AT = '2026-11-20T10:00:00.000Z'
const TODAY = '2026-11-22'

function dossier(edits: readonly DossierEdit[] = [], phoneNumber = '+79160001427', at = AT): Dossier {
  const fresh = beginDossier(
    crypto.randomUUID(),
    {
      operator: { id: 'mts', name: 'МТС' },
      phoneNumber,
      subscriber: { latin: 'LI XUE', cyrillic: '', chinese: '李雪' },
      contractNumber: '1 340'
    },
    at
  )
  return edits.reduce((before, edit) => {
    const after = editDossier(before, edit, at)
    if (!after.ok) throw new Error(after.code)
    return after.value
  }, fresh)
}

function withFiles(before: Dossier, categories: readonly Category[]): Dossier {
  const file = {
    sha256: 'a'.repeat(64),
    sizeBytes: 1,
    originalName: 'specimen.pdf',
    mediaType: 'application/pdf',
    pages: 1,
    pixels: null,
    fileModifiedAt: null
  }
  const arrived = categories.map((category) => ({
    id: crypto.randomUUID(),
    category,
    caption: '',
    madeOn: null,
    file
  }))
  return addExhibits(before, arrived, AT)
}

/** Everything but the confirmation is there. */
function waiting(): Dossier {
  const filled = withFiles(
    dossier([
      { kind: 'set-identity', values: { documentNumber: 'SPECIMEN' } },
      { kind: 'set-agreement', values: { signedOn: '2026-11-01', effectiveOn: '2026-11-04' } }
    ]),
    ['A', 'B', 'C']
  )
  const entry = { id: crypto.randomUUID(), on: '2026-10-14', note: '', amountMinor: 65_000 }
  const proof = filled.exhibits[1]?.id ?? null
  const payments = {
    currency: 'RUB',
    entries: [
      { ...entry, kind: 'bill', exhibitId: null },
      { ...entry, id: crypto.randomUUID(), kind: 'payment', exhibitId: proof }
    ]
  } as const
  return { ...filled, payments }
}

describe('listDossier', () => {
  it('is in progress while the user has something to do', () => {
    expect(listDossier(dossier(), TODAY).state).toBe('in-progress')
  })

  it('waits when only the confirmation is left, and says since when', () => {
    const listed = listDossier(waiting(), TODAY)
    expect(listed.state).toBe('waiting')
    expect(listed.deeds).toEqual([{ kind: 'chase', part: 'confirmation', days: 18 }])
  })

  it('is done when every part is', () => {
    const closed = withFiles(
      {
        ...waiting(),
        confirmation: {
          channel: 'email',
          sender: 'x',
          receivedAt: { local: '2026-11-20T10:00', zone: 'UTC' },
          text: ''
        }
      },
      ['F']
    )
    expect(listDossier(closed, TODAY)).toMatchObject({ state: 'done', deeds: [], balanceMinor: 0 })
  })

  it('puts a contradiction before what is merely missing', () => {
    const odd = dossier([
      { kind: 'set-identity', values: { issuedOn: '2020-01-01', expiresOn: '2019-01-01' } }
    ])
    expect(listDossier(odd, TODAY).deeds[0]).toMatchObject({
      kind: 'warning',
      warning: { code: 'expires-before-issue' }
    })
  })
})

describe('matches', () => {
  const operator = {
    id: 'mts',
    name: 'МТС',
    mark: 'МТС',
    colour: { light: '', dark: '' },
    legalName: null,
    taxNumber: null
  }
  it.each([
    '',
    '916 000',
    '+7 (916) 000-14',
    '8 916 000 14 27',
    '1427',
    'li xue',
    'XUE',
    '李',
    'мтс',
    'mts li',
    '1 340'
  ])('finds by %s', (query) => {
    expect(matches(dossier(), operator, query)).toBe(true)
  })

  it.each(['beeline', '917', 'li chen', '王'])('does not find by %s', (query) => {
    expect(matches(dossier(), operator, query)).toBe(false)
  })
})

describe('sortDossiers', () => {
  const older = listDossier(dossier([], '+79990000000', '2026-01-01T00:00:00.000Z'), TODAY)
  const newer = listDossier(dossier([], '+79010000000', '2026-02-01T00:00:00.000Z'), TODAY)

  it('puts the last changed first', () => {
    expect(sortDossiers([older, newer], 'change')).toEqual([newer, older])
  })

  it('goes up by number', () => {
    expect(sortDossiers([older, newer], 'number')).toEqual([newer, older])
    expect(sortDossiers([newer, older], 'number')[0]?.dossier.phoneNumber).toBe('+79010000000')
  })
})
