import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Mail
} from '@lucide/vue'
import type { Component } from 'vue'

export const FILE_KINDS = [
  'pdf',
  'image',
  'email',
  'text',
  'document',
  'sheet',
  'audio',
  'video',
  'archive',
  'other'
] as const
export type FileKind = (typeof FILE_KINDS)[number]

const EXACT: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'message/rfc822': 'email',
  'application/vnd.ms-outlook': 'email',
  'application/zip': 'archive',
  'application/gzip': 'archive',
  'application/x-tar': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/x-rar-compressed': 'archive',
  'application/msword': 'document',
  'application/rtf': 'document',
  'application/vnd.oasis.opendocument.text': 'document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.ms-excel': 'sheet',
  'text/csv': 'sheet',
  'application/xml': 'text',
  'application/vnd.oasis.opendocument.spreadsheet': 'sheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet'
}

const FAMILIES: Readonly<Record<string, FileKind>> = {
  image: 'image',
  text: 'text',
  audio: 'audio',
  video: 'video'
}

/** What a file is to the person who attached it. */
export function fileKindOf(mediaType: string): FileKind {
  return EXACT[mediaType] ?? FAMILIES[mediaType.split('/')[0] ?? ''] ?? 'other'
}

/** `PDF`, `JPEG`, `PNG`: the short names people use, the same in every language; null where there is none. */
export function shortTypeOf(mediaType: string): string | null {
  if (mediaType === 'application/pdf') return 'PDF'
  const [family = '', type = ''] = mediaType.split('/')
  return family === 'image' && /^[a-z]{3,5}$/.test(type) ? type.toUpperCase() : null
}

const ICONS: Readonly<Record<FileKind, Component>> = {
  pdf: FileText,
  image: FileImage,
  email: Mail,
  text: FileText,
  document: FileText,
  sheet: FileSpreadsheet,
  audio: FileAudio,
  video: FileVideo,
  archive: FileArchive,
  other: File
}

export function iconOf(kind: FileKind): Component {
  return ICONS[kind]
}
