import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { smallPicture } from './small-picture.ts'
import { specimenPdf } from './specimen-pdf.ts'

/** Pictures under another's name, and kinds of picture a page cannot hold. */
export async function otherPictures(): Promise<readonly CorpusFile[]> {
  const picture = smallPicture()
  const NO_FORM = slip('no-page-form')
  const laughs = `<!DOCTYPE svg [<!ENTITY a "SPECIMEN">${'bcdefghi'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`
  const cases: readonly (readonly [string, Buffer, Expected])[] = [
    ['jpeg-named.png', Buffer.concat([await picture.clone().jpeg({ quality: 71 }).toBuffer()]), shown(1)],
    ['png-named.jpg', await picture.clone().png({ compressionLevel: 3 }).toBuffer(), shown(1)],
    ['jpeg-named.pdf', await picture.clone().jpeg({ quality: 72 }).toBuffer(), shown(1)],
    ['png-named.txt', await picture.clone().png({ compressionLevel: 4 }).toBuffer(), shown(1)],
    ['pdf-named.jpg', specimenPdf({ page: '/SPECIMEN 1' }).bytes, shown(2)],
    ['pdf-named.exe', specimenPdf({ page: '/SPECIMEN 2' }).bytes, shown(2)],
    ['webp-named.jpg', await picture.clone().webp().toBuffer(), NO_FORM],
    ['gif-named.jpg', await picture.clone().gif().toBuffer(), NO_FORM],
    ['tiff-named.jpg', await picture.clone().tiff().toBuffer(), NO_FORM],
    ['avif-named.jpg', await picture.clone().avif({ effort: 0 }).toBuffer(), NO_FORM],
    ['tiff-named.pdf', await picture.clone().tiff({ compression: 'deflate' }).toBuffer(), NO_FORM],
    ['bitmap.bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)]), NO_FORM],
    ['heic.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic SPECIMEN', 'latin1'), NO_FORM],
    [
      'photoshop.jpg',
      Buffer.from('8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x01\0\0\0\x01\0\x08\0\x03', 'latin1'),
      NO_FORM
    ],
    ['text.jpg', Buffer.from('SPECIMEN, no picture at all'), shown(1)],
    ['page.png', Buffer.from('<!doctype html><script>alert(1)</script>SPECIMEN'), NO_FORM],
    [
      'drawing-with-script.svg',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
      ),
      NO_FORM
    ],
    [
      'drawing-of-many.svg',
      Buffer.from(
        `<?xml version="1.0"?>${laughs}<svg xmlns="http://www.w3.org/2000/svg"><text>&i;</text></svg>`
      ),
      NO_FORM
    ],
    [
      'drawing-of-a-file.jpg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      NO_FORM
    ],
    ['zeros.jpg', Buffer.alloc(5000), NO_FORM],
    ['start-and-zeros.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000)]), either(1)],
    [
      'start-and-ones.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(300_000, 0xff)]),
      slip('image-broken')
    ],
    [
      'signature-and-zeros.png',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000)]),
      slip('image-broken', 'no-page-form')
    ]
  ]
  return cases.map(([name, bytes, expected]) => ({ name: `other-${name}`, bytes, expected, texts: [] }))
}
