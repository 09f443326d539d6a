import { inkProfile, srgbProfile } from './icc-profile.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfArray, pdfDict, pdfRef } from './pdf-syntax.ts'

export interface ArchivalParts {
  /** Entry of the catalog: for which device the plain colours of the pages are meant. */
  readonly outputIntents: string
  /** Entry of every page's resources: what inks look like in pictures that name no press. */
  readonly colourSpaces: string
}

/** ISO 19005-3, 6.2.3 and 6.2.4: what gives the colours of a file a meaning that lasts. */
export async function archivalParts(file: PdfFile): Promise<ArchivalParts> {
  const screen = await file.writeDeflated({ N: '3', Alternate: '/DeviceRGB' }, srgbProfile())
  const inks = await file.writeDeflated({ N: '4', Alternate: '/DeviceCMYK' }, inkProfile())
  const intent = pdfDict({
    Type: '/OutputIntent',
    S: '/GTS_PDFA1',
    OutputConditionIdentifier: '(sRGB IEC61966-2.1)',
    RegistryName: '(http://www.color.org)',
    Info: '(sRGB IEC61966-2.1)',
    DestOutputProfile: pdfRef(screen)
  })
  return {
    outputIntents: pdfArray([intent]),
    colourSpaces: pdfDict({ DefaultCMYK: pdfArray(['/ICCBased', pdfRef(inks)]) })
  }
}
