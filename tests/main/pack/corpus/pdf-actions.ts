import { deflateSync } from 'node:zlib'
import { shown, type CorpusFile } from './corpus-file.ts'
import { streamBody } from './raw-pdf.ts'
import { pageContent, specimenPdf, SPECIMEN_TEXTS, type Change } from './specimen-pdf.ts'

/** Everything a PDF can do on its own. None of it may be left in the pack. */
const ACTIONS: Readonly<Record<string, string>> = {
  script: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
  'script-in-a-stream': '<< /S /JavaScript /JS 20 0 R >>',
  'script-encoded': '<< /#53 /J#61vaScript /#4aS (app.alert\\(1\\)) >>',
  launch: '<< /S /Launch /F (calc.exe) /Win << /F (calc.exe) /P (x) >> >>',
  link: '<< /S /URI /URI (https://example.org/SPECIMEN) >>',
  submit: '<< /S /SubmitForm /F << /FS /URL /F (https://example.org/SPECIMEN) >> >>',
  'import-data': '<< /S /ImportData /F (data.fdf) >>',
  'other-file': '<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>',
  'embedded-file': '<< /S /GoToE /T << /R /C /N (inner.pdf) >> >>',
  rendition: '<< /S /Rendition /OP 0 /R << /S /MR /C << /S /MCD /D 21 0 R >> >> /JS (1) >>',
  sound: '<< /S /Sound /Sound 22 0 R >>',
  'rich-media': '<< /S /RichMediaExecute /CMD << /C (x) >> >>',
  chained:
    '<< /S /GoTo /D [3 0 R /Fit] /Next [<< /S /JavaScript /JS (2) >> << /S /URI /URI (https://example.org) >>] >>'
}

const link = (action: string) => `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] ${action} >>`
const SHOWN = streamBody('0 0 9 9 re f', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]')
/** An image and a form of one, drawn on the page, that have more in them than pictures need. */
const drawing = (number: number, extra: string): Change => ({
  resources: '/XObject << /X0 10 0 R >>',
  objects: {
    4: streamBody(`${pageContent('SPECIMEN page 1')} q 9 0 0 9 0 0 cm /X0 Do Q`),
    10:
      number === 0
        ? streamBody(
            Buffer.from([1, 2, 3]),
            `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 ${extra}`
          )
        : streamBody('0 0 9 9 re f', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${extra}`)
  }
})

/** Every place an action can lie in, lawful or not. */
const PLACES: Readonly<Record<string, (action: string) => Change>> = {
  'when-opened': (action) => ({ catalog: `/OpenAction ${action}` }),
  'when-opened-by-reference': (action) => ({ catalog: '/OpenAction 10 0 R', objects: { 10: action } }),
  'when-closed': (action) => ({ catalog: `/AA << /WC ${action} /DP ${action} >>` }),
  'of-a-page': (action) => ({ page: `/AA << /O ${action} /C ${action} >>` }),
  'of-a-link': (action) => ({ page: `/Annots [${link(`/A ${action} /PA ${action}`)}]` }),
  'of-a-note': (action) => ({
    page: '/Annots [10 0 R]',
    objects: {
      10: `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [40 40 90 90] /AA << /K ${action} /E ${action} >> /A ${action} /AP << /N 11 0 R >> >>`,
      11: streamBody(
        '0 0 9 9 re f',
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /AA << /O ${action} >> /A ${action}`
      )
    }
  }),
  'of-a-bookmark': (action) => ({
    catalog: '/Outlines 10 0 R',
    objects: {
      10: '<< /First 11 0 R /Last 11 0 R /Count 1 >>',
      11: `<< /Title (SPECIMEN) /Parent 10 0 R /A ${action} >>`
    }
  }),
  'by-name': (action) => ({
    catalog: `/Names << /JavaScript << /Names [(a) ${action}] >> /Renditions << /Names [(a) ${action}] >> >>`
  }),
  'of-a-field': (action) => ({
    catalog: `/AcroForm << /Fields [10 0 R] /CO [10 0 R] >>`,
    objects: { 10: `<< /FT /Tx /T (sum) /AA << /C ${action} /V ${action} >> >>` }
  }),
  'of-an-image': (action) => drawing(0, `/AA << /O ${action} >> /A ${action} /J#53 (1) /OPI ${action}`),
  'of-a-form': (action) =>
    drawing(
      1,
      `/AA << /O ${action} >> /A ${action} /PieceInfo << /X ${action} >> /Resources << /Properties << /P0 ${action} >> /ExtGState << /G0 << /A ${action} >> >> >>`
    ),
  'of-a-font': (action) => ({
    objects: {
      7: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /A ${action} /AA << /O ${action} >> /FontDescriptor << /A ${action} /JS (1) >> >>`
    }
  }),
  'in-resources': (action) => ({
    resources: `/ExtGState << /G0 << /A ${action} /Launch ${action} /Next [${action}] >> >> /Properties << /P0 ${action} >> /JavaScript ${action} /XFA ${action}`
  }),
  'in-a-group': (action) => ({ page: `/Group << /S /Transparency /A ${action} /Next ${action} >>` }),
  'in-a-layer': (action) => ({
    catalog: '/OCProperties << /OCGs [10 0 R] /D << >> >>',
    resources: '/Properties << /L0 10 0 R >>',
    objects: { 10: `<< /Type /OCG /Name (a) /Usage << /A ${action} >> /A ${action} >>` }
  })
}

const CARRIED: Change['objects'] = {
  20: streamBody('app.alert(1)'),
  21: '<< /Type /Filespec /F (film.mp4) /EF << /F 23 0 R >> >>',
  22: streamBody('SPECIMEN', '/Type /Sound /R 8000'),
  23: streamBody('SPECIMEN payload', '/Type /EmbeddedFile')
}

/** Each action in a place of its own and each place with a script: the pages come along, what acts does not. */
export function actionPdfs(): readonly CorpusFile[] {
  const places = Object.entries(PLACES)
  const actions = Object.entries(ACTIONS)
  const pairs: readonly (readonly [string, Change])[] = [
    ...places.map(([place, change]) => [`${place}-script`, change(ACTIONS['script'] ?? '')] as const),
    ...places.map(
      ([place, change]) => [`${place}-encoded`, change(ACTIONS['script-encoded'] ?? '')] as const
    ),
    ...actions.map(([name, action], index) => {
      const [place, change] = places[index % places.length] ?? ['', () => ({})]
      return [`${place}-${name}-here`, change(action)] as const
    }),
    ...actions
      .slice(2)
      .map(([name, action]) => [`resources-${name}`, PLACES['in-resources']?.(action) ?? {}] as const),
    ...actions
      .slice(2)
      .map(([name, action]) => [`image-${name}`, PLACES['of-an-image']?.(action) ?? {}] as const)
  ]
  return [...pairs, ...carriers()].map(([name, change]) => ({
    name: `action-${name}.pdf`,
    bytes: specimenPdf({ ...change, objects: { ...CARRIED, ...change.objects } }).bytes,
    expected: shown(2),
    texts: SPECIMEN_TEXTS
  }))
}

const FILE = '<< /Type /Filespec /F (payload.exe) /EF << /F 23 0 R /UF 23 0 R >> >>'
const XFA =
  '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><script>app.alert(1)</script></template></xdp:xdp>'

/** Files, films, forms and other documents that a PDF can carry, or fetch from somewhere else. */
function carriers(): readonly (readonly [string, Change])[] {
  const note = (entries: string): Change => ({
    page: `/Annots [<< /Type /Annot /Rect [9 9 99 99] ${entries} /AP << /N 10 0 R >> >>]`,
    objects: { 10: SHOWN }
  })
  return [
    ['file-by-name', { catalog: `/Names << /EmbeddedFiles << /Names [(a) ${FILE}] >> >>` }],
    [
      'file-by-encoded-name',
      { catalog: `/Names << /Embedded#46iles << /Names [(a) ${FILE.replace('/EF', '/E#46')}] >> >>` }
    ],
    ['file-in-a-note', note(`/Subtype /FileAttachment /FS ${FILE}`)],
    ['file-of-the-document', { catalog: `/AF [${FILE}]` }],
    ['file-of-a-page', { page: `/AF [${FILE}]` }],
    ['file-of-an-image', drawing(0, `/AF [${FILE}] /EF << /F 23 0 R >>`)],
    [
      'file-in-resources',
      { resources: `/ExtGState << /G0 << /EF << /F 23 0 R >> /X 23 0 R /Y ${FILE} >> >>` }
    ],
    [
      'portfolio',
      { catalog: `/Collection << /View /T /D (a) >> /Names << /EmbeddedFiles << /Names [(a) ${FILE}] >> >>` }
    ],
    [
      'xfa',
      {
        catalog: '/AcroForm << /Fields [] /XFA 10 0 R >> /NeedsRendering true',
        objects: { 10: streamBody(XFA) }
      }
    ],
    [
      'xfa-in-parts',
      {
        catalog: '/AcroForm << /Fields [] /XFA [(preamble) 10 0 R (template) 10 0 R] >>',
        objects: { 10: streamBody(deflateSync(XFA), '/Filter /FlateDecode') }
      }
    ],
    ['film', note('/Subtype /Movie /Movie << /F (film.avi) >> /A true')],
    [
      'screen',
      note('/Subtype /Screen /A << /S /Rendition /OP 0 /R << /S /MR /C << /S /MCD /D 21 0 R >> >> >>')
    ],
    ['sound-in-a-note', note('/Subtype /Sound /Sound 22 0 R')],
    [
      'rich-media-in-a-note',
      note(
        '/Subtype /RichMedia /RichMediaContent << /Assets << /Names [(a) 21 0 R] >> >> /RichMediaSettings << /Activation << /Scripts [20 0 R] >> >>'
      )
    ],
    ['solid-in-a-note', note('/Subtype /3D /3DD 20 0 R /3DA << /A /PO >>')],
    ['image-of-another-file', drawing(0, '/F (https://example.org/SPECIMEN.jpg) /FFilter /DCTDecode')],
    ['page-of-another-file', drawing(1, '/Ref << /F (other.pdf) /Page 0 >>')],
    [
      'signature',
      {
        catalog: '/AcroForm << /SigFlags 3 /Fields [10 0 R] >> /Perms << /DocMDP 11 0 R >>',
        page: '/Annots [10 0 R]',
        objects: {
          10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /V 11 0 R /Rect [0 0 0 0] /F 132 >>',
          11: '<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> /Reference [<< /TransformMethod /DocMDP /Data 1 0 R >>] >>'
        }
      }
    ],
    [
      'structure',
      {
        catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R',
        page: '/StructParents 0',
        objects: {
          10: '<< /Type /StructTreeRoot /K [11 0 R] >>',
          11: `<< /S /P /P 10 0 R /K [10 0 R 11 0 R] /A ${ACTIONS['script'] ?? ''} /AF [${FILE}] >>`
        }
      }
    ]
  ]
}
