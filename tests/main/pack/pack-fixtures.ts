import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { afterAll } from 'vitest'
import { makePack, type PackJob, type PackServices } from '../../../src/main/pack/make-pack.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { packFontsFolder } from '../../pack-fonts.ts'
import {
  entriesOn,
  filledDossier,
  originalsOf,
  SPECIMEN_AT,
  withExhibits,
  type SpecimenExhibit
} from '../../specimen-dossier.ts'

const run = promisify(execFile)

/** Runs a judge; its text, or its complaint as an error. */
export async function judge(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(command, [...args], { maxBuffer: 512 * 1024 * 1024, encoding: 'utf8' })
  return stdout
}

const folders: string[] = []
afterAll(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true }))))

/** A folder for one test file; it is removed when the file's tests have ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'closeout-pack-'))
  folders.push(folder)
  return folder
}

export async function packJob(dossier: Dossier, change: Partial<PackJob> = {}): Promise<PackJob> {
  return {
    dossier,
    exhibitIds: dossier.exhibits.map((exhibit) => exhibit.id),
    language: 'ru',
    code: 'CL-2026-0007',
    madeAt: SPECIMEN_AT,
    zone: 'Europe/Moscow',
    appVersion: '0.1.0',
    targetPath: join(await temporaryFolder(), 'pack.pdf'),
    replace: false,
    fontsFolder: await packFontsFolder(),
    ...change
  }
}

/** Makes a pack of these files and returns where it is. */
export async function packOf(
  files: readonly SpecimenExhibit[],
  change: Partial<PackJob> = {},
  services: Partial<PackServices> = {},
  base: Dossier = filledDossier()
) {
  const dossier = withExhibits(base, files)
  const job = await packJob(dossier, change)
  const made = await makePack(job, { openOriginal: originalsOf(files), ...services })
  if (!made.ok) throw new Error(`no pack: ${made.code}`)
  return { path: job.targetPath, dossier, job, ...made.value }
}

/** Cover, index and subscriber: all that a bare dossier fills before its exhibits. */
export const BARE_FRONT_PAGES = 3

/** A picture whose four corners have their own colours, so that any turn can be seen. */
export async function cornerPicture(width: number, height: number): Promise<Sharp> {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) }
  const tile = (colour: string, left: number, top: number) => ({
    input: { create: { ...half, channels: 3 as const, background: colour } },
    left,
    top
  })
  const base = sharp({ create: { width, height, channels: 3, background: '#808080' } })
  const painted = await base
    .composite([
      tile('#ff0000', 0, 0),
      tile('#00ff00', width - half.width, 0),
      tile('#0000ff', 0, height - half.height),
      tile('#ffff00', width - half.width, height - half.height)
    ])
    .png()
    .toBuffer()
  return sharp(painted)
}

export async function textPdf(texts: readonly string[], size: readonly [number, number] = [595.28, 841.89]) {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of texts) {
    const page = document.addPage([...size])
    page.drawText(text, { x: 40, y: size[1] - 60, size: 18, font })
    page.drawText('SPECIMEN', { x: 40, y: 40, size: 12, font, color: rgb(0.4, 0.4, 0.4) })
  }
  return Buffer.from(await document.save({ useObjectStreams: true }))
}

/** Exhibits of all kinds, as a real dossier has them. */
export async function richExhibits(): Promise<readonly SpecimenExhibit[]> {
  const receipt = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#8a8a8a' } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="900" height="1200"><rect x="200" y="120" width="500" height="960" fill="#f6f6f6"/><text x="250" y="220" font-size="44" font-family="sans-serif">SPECIMEN</text><text x="250" y="320" font-size="34" font-family="sans-serif">1 925,12</text></svg>`
        ),
        left: 0,
        top: 0
      }
    ])
    .jpeg({ quality: 85 })
    .toBuffer()
  const passport = await (await cornerPicture(1400, 900)).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const screenshot = await (await cornerPicture(720, 1280)).png().toBuffer()
  const pdf = (name: string, pages: readonly string[]) =>
    textPdf(pages.map((page) => `SPECIMEN ${name} ${page}`))
  return [
    {
      category: 'A',
      caption: 'Паспорт гражданина КНР, разворот и виза',
      madeOn: '2019-05-19',
      bytes: passport,
      originalName: 'passport-lin.jpg',
      mediaType: 'image/jpeg'
    },
    {
      category: 'A',
      caption: 'Нотариальная доверенность на представителя',
      madeOn: '2026-08-24',
      bytes: await pdf('power of attorney', ['1']),
      originalName: 'doverennost.pdf',
      mediaType: 'application/pdf'
    },
    {
      category: 'B',
      caption: 'Счета оператора за ноябрь 2025 — октябрь 2026',
      madeOn: '2026-11-01',
      dateSource: 'pdf',
      bytes: await pdf('bill', ['1', '2']),
      originalName: 'scheta.pdf',
      proves: entriesOn('bills'),
      mediaType: 'application/pdf',
      pages: 2
    },
    {
      category: 'B',
      caption: 'Справка банка о платежах в пользу оператора',
      madeOn: '2026-11-06',
      bytes: await textPdf(['SPECIMEN bank statement'], [841.89, 595.28]),
      originalName: 'spravka-bank.pdf',
      proves: entriesOn('bank', 'refund'),
      mediaType: 'application/pdf'
    },
    {
      category: 'B',
      caption: 'Квитанции об оплате задолженности и неустойки',
      madeOn: '2026-08-14',
      dateSource: 'exif',
      bytes: receipt,
      originalName: 'kvitancii.jpg',
      proves: entriesOn('receipts'),
      mediaType: 'image/jpeg'
    },
    {
      category: 'C',
      caption: 'Соглашение о расторжении договора',
      madeOn: '2026-10-05',
      bytes: await pdf('agreement', ['1', '2']),
      originalName: 'soglashenie.pdf',
      mediaType: 'application/pdf',
      pages: 2
    },
    {
      category: 'D',
      caption: 'Запись разговора со службой поддержки, 6 мин 12 с',
      madeOn: '2026-09-17',
      bytes: Buffer.from('SPECIMEN sound'),
      originalName: 'zvonok-17-09.m4a',
      proves: [{ kind: 'contact', id: 'contact-2' }],
      mediaType: 'audio/mp4',
      seconds: 372,
      pages: null
    },
    {
      category: 'D',
      caption: 'Переписка в чате / 与客服的聊天记录',
      bytes: screenshot,
      originalName: '聊天截图 2026-09-03.png',
      proves: [{ kind: 'contact', id: 'contact-1' }],
      mediaType: 'image/png'
    },
    {
      category: 'E',
      caption: 'Акт приёма-передачи роутера',
      madeOn: '2026-10-07',
      bytes: Buffer.from('%PDF-1.7 SPECIMEN broken'),
      originalName: 'akt-router.pdf',
      proves: [{ kind: 'device', id: 'device-1' }],
      mediaType: 'application/pdf',
      pages: null
    },
    {
      category: 'F',
      caption: 'SMS оператора об отключении номера',
      madeOn: '2026-10-31',
      bytes: await (await cornerPicture(600, 500)).png({ progressive: true }).toBuffer(),
      originalName: 'sms-otkl.png',
      mediaType: 'image/png'
    },
    {
      category: 'F',
      caption: 'Электронное письмо оператора о прекращении договора',
      madeOn: '2026-11-02',
      bytes: Buffer.from('From: noreply@example.ru\r\nDate: Mon, 2 Nov 2026 10:15:00 +0300\r\n\r\nSPECIMEN'),
      originalName: 'podtverzhdenie.eml',
      mediaType: 'message/rfc822',
      pages: null
    }
  ]
}

/** Writes bytes to a new temporary file. */
export async function onDisk(bytes: Uint8Array, name = 'file.pdf'): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, bytes)
  return path
}

export async function pixelsOf(path: string, page: number, dpi = 72) {
  const out = join(await temporaryFolder(), 'page')
  await judge(
    'pdftoppm',
    '-r',
    String(dpi),
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    '-png',
    path,
    out
  )
  const { data, info } = await sharp(await readFile(`${out}.png`))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): readonly [number, number, number] => {
    const index = (Math.round(y) * info.width + Math.round(x)) * 3
    return [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0]
  }
  return { at, data, width: info.width, height: info.height }
}
