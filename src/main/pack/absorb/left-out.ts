/** Whatever acts, plays, opens, sends or carries a file does not come along, nor does what needs the old document. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'AA OpenAction JS JavaScript Annots Metadata PieceInfo StructParent StructParents StructTreeRoot AF EF ' +
    'EmbeddedFile EmbeddedFiles RichMedia RichMediaContent RichMediaSettings XFA OPI Ref Alternates Launch URI ' +
    'SubmitForm ImportData GoToR GoToE Rendition Movie Sound 3D LastModified Thumb Parent Dests'
  ).split(' ')
)

/** Of a stream besides: its length is written anew, and its bytes never come from another file. */
export const LEFT_OUT_OF_STREAMS: ReadonlySet<string> = new Set([
  'Length',
  'F',
  'FFilter',
  'FDecodeParms',
  'DL'
])

export const REFUSED_TYPES: ReadonlySet<string> = new Set(
  'Page Pages Catalog ObjStm XRef Filespec EmbeddedFile Action Annot StructElem StructTreeRoot MCR OBJR'.split(
    ' '
  )
)

export const REFUSED_ACTIONS: ReadonlySet<string> = new Set(
  (
    'JavaScript Launch URI SubmitForm ImportData ResetForm GoToR GoToE Rendition Movie Sound RichMediaExecute ' +
    'GoTo3DView Hide Named SetOCGState'
  ).split(' ')
)

/** Names that stand for what acts or leads out, whatever else a document may call so. */
export const HOSTILE_NAMES: ReadonlySet<string> = new Set([
  ...LEFT_OUT,
  ...REFUSED_ACTIONS,
  ...'AcroForm Renditions Screen 3DD 3DA NeedsRendering Widget FileAttachment Collection Sig Perms Thread'.split(
    ' '
  )
])

/** Dictionaries whose keys are names the source chose itself: a font may well be called `/JS`. */
export const NAME_MAPS: ReadonlySet<string> = new Set(
  'Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs Colorants'.split(' ')
)
