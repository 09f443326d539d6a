import { z } from 'zod'

/** What the check reads of the pack's own list of files. Later versions may say more. */
const manifestSchema = z.object({
  format: z.literal('closeout-pack-manifest'),
  pack: z.string(),
  madeAt: z.string(),
  program: z.string(),
  /** Of a supplement, whose numbers go on from the pack before it. */
  firstPage: z.int().min(1).default(1),
  supplementTo: z
    .object({ lastPage: z.int().min(1).optional() })
    .nullable()
    .optional(),
  /** Of a pack in several files. */
  file: z
    .object({ kind: z.enum(['volume', 'own-pages', 'exhibit']), number: z.int().min(1), of: z.int().min(1) })
    .optional(),
  /** Only the papers that the end of the contract rests on. */
  isCore: z.boolean().default(false),
  /** Left out of packs that go by date. */
  order: z.literal('own').optional(),
  /** In millions of bytes; left out where the recipient takes a file of any size. */
  largestFileMb: z.number().positive().optional(),
  /** Left out of working packs. */
  form: z.literal('archival').optional(),
  dossier: z.object({ phoneNumber: z.string() }),
  exhibits: z.array(
    z.object({
      number: z.string(),
      caption: z.string(),
      mediaType: z.string(),
      sha256: z.string(),
      pages: z.object({ first: z.int(), last: z.int() }),
      recording: z
        .object({ format: z.string(), length: z.string().nullable(), notes: z.string() })
        .optional(),
      notShownBecause: z.string().nullable(),
      bytes: z.object({ where: z.string(), name: z.string().optional(), page: z.int().optional() })
    })
  )
})

export type PackManifest = z.infer<typeof manifestSchema>
export type ManifestExhibit = PackManifest['exhibits'][number]

/** Null where it is not the list of a pack of ours. */
export function readManifest(bytes: Buffer): PackManifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
